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

    // One statement, hence one transaction: where it goes on moves with what it has added. Cells are locked in one order, should there be two rollers.
    private async Task Roll(CancellationToken cancellation)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            WITH fresh AS MATERIALIZED (
              SELECT e.seq, e.unit, e.measure, e.month, e.amount FROM entries e WHERE e.seq > (SELECT seq FROM rolled FOR UPDATE)),
            own AS MATERIALIZED (
              SELECT unit, measure, month, sum(amount) AS amount, count(*) AS statements FROM fresh GROUP BY unit, measure, month),
            folded AS (
              INSERT INTO totals AS t (unit, measure, month, amount, statements)
              SELECT a.unit, o.measure, o.month, sum(o.amount), sum(o.statements)
              FROM own o JOIN units u ON u.number = o.unit, unnest(u.path) AS a (unit)
              GROUP BY a.unit, o.measure, o.month ORDER BY a.unit, o.measure, o.month
              ON CONFLICT (unit, measure, month) DO UPDATE SET amount = t.amount + excluded.amount, statements = t.statements + excluded.statements)
            UPDATE rolled SET seq = f.seq FROM (SELECT max(seq) AS seq FROM fresh) f WHERE f.seq IS NOT NULL
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
