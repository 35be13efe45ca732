using Npgsql;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>What the two contenders with group commit share: COPY appends a batch, and repeats are answered from the table.</summary>
/// <remarks>A batch with a repeat in it goes another way, which costs about half as much again: whoever expects many would remember recent ids.</remarks>
internal abstract class AppendingLedger : BackgroundService, ILedger
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly SqlQueries _queries;
    private readonly MergeAppend _merge = new();
    private readonly GroupCommit _commits;

    /// <summary>Writes to a database.</summary>
    protected AppendingLedger(NpgsqlDataSource source, TimeProvider time)
    {
        (_source, _time) = (source, time);
        _queries = new SqlQueries(source);
        _commits = new GroupCommit(Commit);
    }

    /// <inheritdoc/>
    public Task<Taken> Submit(IncomingReport report) => _commits.Add(report);

    /// <inheritdoc/>
    public Task<StoredReport?> Find(ReportKey key) => _queries.Find(key);

    /// <inheritdoc/>
    public Task<CellTotal[]> Read(KnownUnit unit, IReadOnlyList<KnownMeasure> measures, MonthRange range) => _queries.Read(unit, measures, range);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _commits.Run(stoppingToken);

    /// <summary>Runs in the transaction after the append, with the reports that were new.</summary>
    protected virtual Task After(NpgsqlConnection connection, IEnumerable<IncomingReport> appended) => Task.CompletedTask;

    private async Task Commit(IReadOnlyList<PendingReport> batch)
    {
        List<PendingReport> candidates = [.. batch];
        List<PendingReport> known = [];
        StoredReport?[]? stored = null;
        while (stored is null)
        {
            try
            {
                stored = await Append([.. candidates.Select(pending => pending.Report)]);
            }
            catch (PartOfReportException part)
            {
                known.Add(candidates[part.Index]);
                candidates.RemoveAt(part.Index);
            }
        }

        for (int i = 0; i < stored.Length; i++)
        {
            if (stored[i] is { } first)
            {
                candidates[i].Complete(first);
            }
            else
            {
                known.Add(candidates[i]);
            }
        }

        foreach (PendingReport repeated in known)
        {
            repeated.Repeat((await Find(repeated.Report.Key))!);
        }
    }

    private async Task<StoredReport?[]> Append(IReadOnlyList<IncomingReport> reports)
    {
        try
        {
            return await Append(reports, CopyAppend.Run);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await Append(reports, _merge.Run);
        }
    }

    private async Task<StoredReport?[]> Append(
        IReadOnlyList<IncomingReport> reports,
        Func<NpgsqlConnection, long, DateTimeOffset, IReadOnlyList<IncomingReport>, Task<StoredReport?[]>> append)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        StoredReport?[] stored = await append(connection, await NextBatch(connection), Moments.Now(_time), reports);
        await After(connection, reports.Where((_, i) => stored[i] is not null));
        await transaction.CommitAsync();
        return stored;
    }

    // One batch at a time over all gateways: they need the same totals and would wait for each other anyway. So numbers appear in their order as
    // well: none turns up below where a roller has been.
    private static async Task<long> NextBatch(NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new("SELECT nextval('numbers') FROM (SELECT pg_advisory_xact_lock(1) OFFSET 0) AS lock", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
