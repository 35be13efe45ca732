using Npgsql;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>What people write: a row trigger adds each entry to its unit and all above, in one transaction a report.</summary>
/// <remarks>Reports run on many connections at a time, so that one flush of the server's log serves many commits.</remarks>
internal sealed class TriggerLedger(NpgsqlDataSource source, TimeProvider time) : ILedger
{
    /// <summary>The scripts of its schema.</summary>
    public static readonly string[] Schema = ["common.sql", "entries.sql", "trigger.sql"];

    private readonly SqlQueries _queries = new(source);

    /// <inheritdoc/>
    public async Task<Taken> Submit(IncomingReport report)
    {
        try
        {
            DateTimeOffset receivedAt = Moments.Now(time);
            return new Taken(new StoredReport(await Insert(report, receivedAt), receivedAt, report.Entries), Repeated: false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            StoredReport first = await Find(report.Key) ?? throw new InvalidOperationException(
                $"The key of report '{report.Key.Id}' is taken, but no row has it.", e);
            return Taken.Again(first, report);
        }
    }

    /// <inheritdoc/>
    public Task<StoredReport?> Find(ReportKey key) => _queries.Find(key);

    /// <inheritdoc/>
    public Task<CellTotal[]> Read(KnownUnit unit, IReadOnlyList<KnownMeasure> measures, MonthRange range) => _queries.Read(unit, measures, range);

    // A single statement is a transaction of its own, in one round trip.
    private async Task<long> Insert(IncomingReport report, DateTimeOffset receivedAt)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            INSERT INTO entries (seq, unit, source, report_id, received_at, n, place, measure, month, amount)
            SELECT s.seq, $1, $2, $3, $4, e.n - 1, e.place, e.measure, e.month, e.amount
            FROM (SELECT nextval('numbers') AS seq) s, unnest($5, $6, $7, $8) WITH ORDINALITY AS e (place, measure, month, amount, n)
            RETURNING seq
            """);
        IncomingEntry[] entries = report.Entries;
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = report.Key.Unit.Number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.Key.Source });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.Key.Id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = receivedAt });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = Array.ConvertAll(entries, e => e.Place) });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(entries, e => e.Measure) });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = Array.ConvertAll(entries, e => e.Month) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(entries, e => e.Amount) });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
