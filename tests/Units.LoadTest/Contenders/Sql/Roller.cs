using Npgsql;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>Folds the entries that are new into the totals of their units and all above, every 100 ms: so long, and the time it takes, totals lag.</summary>
internal sealed class Roller(NpgsqlDataSource source, TimeProvider time, ILogger<Roller> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Roll(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                ContenderLog.NotRolled(logger, e);
            }
        }
    }

    // One statement, hence one transaction: where it goes on moves with what it has added. A second roller waits for the first one's place; should
    // both meet a cell that is not there yet, one fails and goes on with its next round.
    private async Task Roll(CancellationToken cancellation)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            WITH fresh AS MATERIALIZED (
              SELECT e.seq, e.unit, e.measure, e.month, e.amount FROM entries e WHERE e.seq > (SELECT seq FROM rolled FOR UPDATE)),
            own AS MATERIALIZED (
              SELECT unit, measure, month, sum(amount)::bigint AS amount, count(*) AS statements FROM fresh GROUP BY unit, measure, month),
            change AS MATERIALIZED (
              SELECT a.unit, o.measure, o.month, sum(o.amount)::bigint AS amount, sum(o.statements)::bigint AS statements
              FROM own o JOIN units u ON u.number = o.unit, unnest(u.path) AS a (unit)
              GROUP BY a.unit, o.measure, o.month),
            updated AS (
              UPDATE totals AS t SET amount = t.amount + c.amount, statements = t.statements + c.statements
              FROM change c WHERE t.unit = c.unit AND t.measure = c.measure AND t.month = c.month
              RETURNING t.unit, t.measure, t.month),
            inserted AS (
              INSERT INTO totals (unit, measure, month, amount, statements)
              SELECT * FROM change c WHERE NOT EXISTS (
                SELECT FROM updated u WHERE u.unit = c.unit AND u.measure = c.measure AND u.month = c.month))
            UPDATE rolled SET seq = f.seq FROM (SELECT max(seq) AS seq FROM fresh) f WHERE f.seq IS NOT NULL
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
