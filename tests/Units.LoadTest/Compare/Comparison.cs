using System.Globalization;
using Grpc.Core;
using Npgsql;
using Units.LoadTest.Checking;
using Units.LoadTest.Contenders;
using Units.LoadTest.Load;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.Compare;

/// <summary>Brings up each contender, one at a time on a server of its own with the same settings, and measures its cells.</summary>
/// <param name="plan">What is compared.</param>
/// <param name="console">Told how far it is.</param>
internal sealed class Comparison(ComparePlan plan, TextWriter console)
{
    /// <summary>The settings of every server, beyond the defaults. The first two are the defaults, said because everything stands on them.</summary>
    public static readonly string[] Settings =
    [
        "fsync=on", "synchronous_commit=on", "shared_buffers=512MB", "max_wal_size=4GB", "checkpoint_timeout=30min", "wal_compression=on",
        "max_connections=200",
    ];

    private static readonly TimeSpan ContenderQuiet = TimeSpan.FromMinutes(1);

    /// <summary>Runs all rounds.</summary>
    public async Task<IReadOnlyList<CellResult>> Run(CancellationToken stop)
    {
        List<CellResult> results = [];
        for (int round = 1; round <= plan.Rounds; round++)
        {
            foreach (ContenderKind kind in ComparePlan.Order(round - 1))
            {
                await Run(round, kind, results, stop);
            }
        }

        return results;
    }

    private async Task Run(int round, ContenderKind kind, List<CellResult> results, CancellationToken stop)
    {
        await using PostgresServer postgres = await PostgresServer.Start(Settings);
        string database = await postgres.CreateDatabase();
        await using ServerProcess server = await Contestant.Start(kind, postgres, database);
        double capacity = 0;
        foreach (CellKind cell in plan.Cells(kind))
        {
            stop.ThrowIfCancellationRequested();
            CellResult result = await Run(round, kind, cell, plan.Load(cell, server.GrpcUrl, capacity), postgres, server, database, stop);
            capacity = cell == CellKind.Uniform ? result.ReportsPerSecond : capacity;
            results.Add(result);
            await console.WriteLineAsync(CompareText.Line(result));
        }
    }

    private static async Task<CellResult> Run(
        int round, ContenderKind kind, CellKind cell, LoadPlan load, PostgresServer postgres, ServerProcess server, string database, CancellationToken stop)
    {
        await using NpgsqlConnection wal = new(postgres.ConnectionString("postgres", PostgresServer.Superuser));
        await wal.OpenAsync(stop);
        UsageMeter meter = new(server.Id, postgres.ProcessId, wal, load.Warmup.TotalSeconds);
        CheckPlan checks = Checks(kind, postgres.ConnectionString(database, PostgresServer.Owner));
        LoadResult result = await LoadRun.Run(load, checks, meter, stop: stop);
        (double processorUs, double walBytes) = meter.PerReport();
        Figures figures = result.Figures;
        return new CellResult
        {
            Round = round,
            Contender = kind,
            Cell = cell,
            ReportsPerSecond = figures.ReportsPerSecond,
            EntriesPerSecond = figures.EntriesPerSecond,
            AckP50Ms = figures.Ack.At(50),
            AckP99Ms = figures.Ack.At(99),
            LagP50Ms = figures.Seen.At(50),
            LagP99Ms = figures.Seen.At(99),
            ProcessorUs = processorUs,
            WalBytes = walBytes,
            Failed = [.. Failures(result)],
            CopyRowsPerSecond = kind == ContenderKind.Units && cell == CellKind.Monthly
                ? await CopyBaseline.RowsPerSecond(postgres, database, result.Evidence.Measures.Ids)
                : 0,
        };
    }

    // Of ours everything is checked. Of a contender the totals at rest, or its figures would mean nothing, however long it takes to get there:
    // its lag is measured beside it.
    private static CheckPlan Checks(ContenderKind kind, string journal) => kind == ContenderKind.Units
        ? new CheckPlan { Journal = journal }
        : new CheckPlan
        {
            Checks = new HashSet<CheckId> { CheckId.C1, CheckId.C2, CheckId.C6 },
            CountsAsUnits = false,
            CountsReadingsWhileRunning = false,
            Quiet = ContenderQuiet,
        };

    private static IEnumerable<string> Failures(LoadResult result)
    {
        foreach (CheckResult check in result.Checks.Results.Where(check => !check.Passed))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{check.Id} ({check.FaultCount} faults): {string.Join("; ", check.Faults)}");
        }

        foreach (IGrouping<(Outcome Outcome, StatusCode Status), SentReport> failed in Unanswered(result).GroupBy(report => (report.Outcome, report.Status)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{failed.Count()} reports are {failed.Key.Outcome} with {failed.Key.Status}");
        }
    }

    // Every report of a cell is sound: whoever loses one has to say why.
    private static IEnumerable<SentReport> Unanswered(LoadResult result) =>
        Enumerable.Range(0, result.Evidence.Log.Count).Select(line => result.Evidence.Log[line]).Where(report => report.Outcome != Outcome.Acknowledged);
}
