using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Appends the batches of many units in one transaction: judged first, then copied in at once.</summary>
/// <remarks>
/// A unit whose journal this silo wrote last needs no look: the journal's key and the key of its reports refuse what does not belong.
/// A refusal of that kind is an exception, says not whose it was, and leaves nothing written; the caller comes again, careful.
/// </remarks>
internal sealed class PostgresAppends(NumberedNames units, NumberedNames sources, WriterMemory memory)
{
    private const string RevisionsSql = "SELECT epochs, closures, tree FROM ledger";

    private const string EndsSql =
        $"""
        SELECT {PostgresHeads.Head}, coalesce((SELECT e.epoch FROM unit_epoch AS e WHERE e.unit = k.unit), 0),
          (SELECT j.batch FROM journal AS j WHERE j.unit = k.unit AND j.seq = k.after + 1 AND j.n = 0)
        FROM unnest($1, $2) WITH ORDINALITY AS k(unit, after, i) ORDER BY k.i
        """;

    private const string KnownSql =
        """
        SELECT k.i::integer FROM unnest($1, $2, $3) WITH ORDINALITY AS k(unit, reporter, report, i)
        WHERE EXISTS (SELECT 1 FROM journal AS j WHERE j.unit = k.unit AND j.reporter = k.reporter AND j.report_id = k.report AND j.report_id IS NOT NULL)
        """;

    /// <summary>Gives numbers to all that the batches name. Outside any transaction.</summary>
    public async Task Number(NpgsqlConnection connection, IReadOnlyCollection<JournalBatch> batches)
    {
        await units.Ensure(connection, batches.Select(b => b.Unit.Text)).ConfigureAwait(false);
        await sources.Ensure(connection, batches.SelectMany(b => b.Reports)
            .SelectMany(r => r.Rows.Select(row => row.Source.Text).Prepend(r.Key.Source.Text))).ConfigureAwait(false);
    }

    /// <summary>Appends what may be appended, in a transaction of its own.</summary>
    /// <param name="connection">A connection without a transaction.</param>
    /// <param name="batches">One batch a unit.</param>
    /// <param name="careful">True to look at every unit and report first.</param>
    /// <exception cref="PostgresException">A key was taken; nothing is written.</exception>
    public async Task<AppendOutcome[]> Run(NpgsqlConnection connection, IReadOnlyList<JournalBatch> batches, bool careful)
    {
        await Number(connection, batches).ConfigureAwait(false);
        AppendVerdict[] verdicts = [.. batches.Select(batch => new AppendVerdict(batch) { Unit = units[batch.Unit.Text] })];
        long revision = await Judge(connection, ["BEGIN", PostgresLocks.Shared], verdicts, careful).ConfigureAwait(false);

        // In the order of keys, so that two silos that write for the same units wait for one another and not in a circle.
        AppendVerdict[] accepted = [.. verdicts.Where(v => v.Refusal is null).OrderBy(v => v.Unit)];
        await Copy(connection, accepted).ConfigureAwait(false);
        await Do(connection, "COMMIT").ConfigureAwait(false);
        memory.Remember(revision, accepted.Select(v => (v.Unit, v.Last, v.Batch.Epoch)));
        return [.. verdicts.Select(v => v.Refusal ?? AppendOutcome.Committed)];
    }

    /// <summary>Judges one batch carefully within a transaction that has the lock.</summary>
    public async Task<AppendVerdict> Judge(NpgsqlConnection connection, JournalBatch batch)
    {
        AppendVerdict verdict = new(batch) { Unit = units[batch.Unit.Text] };
        await Judge(connection, [], [verdict], careful: true).ConfigureAwait(false);
        return verdict;
    }

    /// <summary>Copies rows in, within a transaction.</summary>
    public async Task Copy(NpgsqlConnection connection, IReadOnlyCollection<AppendVerdict> accepted)
    {
        if (accepted.Count == 0)
        {
            return;
        }

        using CopyBuffer copy = new();
        foreach (AppendVerdict verdict in accepted)
        {
            PostgresRows.Write(copy, verdict.Unit, verdict.Batch, sources);
        }

        copy.End();

        // Its end is the statement's: what the journal refuses is thrown there.
        NpgsqlRawCopyStream stream = await connection.BeginRawBinaryCopyAsync(PostgresRows.CopySql).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            stream.WriteTimeout = stream.ReadTimeout = PostgresDatabase.CommandSeconds * 1000;
            await stream.WriteAsync(copy.Written).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement.</summary>
    public static async Task<int> Do(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using NpgsqlBatch batch = new(connection) { BatchCommands = { PostgresReaders.Statement(sql, parameters) } };
        return await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private async Task<long> Judge(NpgsqlConnection connection, string[] first, AppendVerdict[] verdicts, bool careful)
    {
        (long epochs, long closures, long tree) = await Revisions(connection, first).ConfigureAwait(false);
        AppendVerdict[] unsure = [.. verdicts.Where(v => careful || !memory.Knows(epochs, v.Unit, v.Batch.After, v.Batch.Epoch))];
        if (unsure.Length > 0)
        {
            await JudgeEnds(connection, unsure).ConfigureAwait(false);
        }

        if (careful)
        {
            await JudgeReports(connection, [.. verdicts.Where(v => v.Refusal is null)]).ConfigureAwait(false);
        }

        foreach (AppendVerdict verdict in verdicts.Where(v => v.Refusal is null))
        {
            JournalBatch batch = verdict.Batch;
            verdict.Refusal = batch.ClosuresRevision is { } judged && judged != closures ? AppendOutcome.ClosuresChanged
                : batch.Edge is { } edge && edge.TreeRevision != tree ? AppendOutcome.TreeChanged
                : null;
        }

        return epochs;
    }

    // The statement after the lock sees what those did who had it before.
    private static async Task<(long Epochs, long Closures, long Tree)> Revisions(NpgsqlConnection connection, string[] first)
    {
        await using NpgsqlBatch batch = new(connection);
        foreach (string sql in first.Append(RevisionsSql))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        while (reader.FieldCount < 3)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
        }

        await reader.ReadAsync().ConfigureAwait(false);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private static async Task JudgeEnds(NpgsqlConnection connection, AppendVerdict[] unsure)
    {
        List<(long Head, long Epoch, Guid? AtPlace)> ends = await PostgresReaders.Rows(connection, EndsSql,
            r => (r.GetInt64(0), r.GetInt64(1), r.IsDBNull(2) ? (Guid?)null : r.GetGuid(2)),
            unsure.Select(v => v.Unit).ToArray(), unsure.Select(v => v.Batch.After).ToArray()).ConfigureAwait(false);
        for (int i = 0; i < unsure.Length; i++)
        {
            unsure[i].Judge(ends[i].Head, ends[i].Epoch, ends[i].AtPlace);
        }
    }

    private async Task JudgeReports(NpgsqlConnection connection, AppendVerdict[] verdicts)
    {
        (AppendVerdict Verdict, ReportKey Key)[] reports = [.. verdicts.SelectMany(v => v.Batch.Reports.Select(r => (v, r.Key)))];
        List<int> known = await PostgresReaders.Rows(connection, KnownSql, r => r.GetInt32(0) - 1,
            reports.Select(r => r.Verdict.Unit).ToArray(), reports.Select(r => sources[r.Key.Source.Text]).ToArray(),
            reports.Select(r => r.Key.Report.Text).ToArray()).ConfigureAwait(false);
        foreach (IGrouping<AppendVerdict, ReportKey> group in known.Order().GroupBy(i => reports[i].Verdict, i => reports[i].Key))
        {
            group.Key.Refusal = new AppendOutcome(AppendStatus.Repeated, group.ToImmutableArray());
        }
    }
}
