using System.Diagnostics;
using Units.LoadTest.Checking;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Processes;
using Units.LoadTest.Sending;
using Units.LoadTest.Watching;

namespace Units.LoadTest.SelfTest;

/// <summary>Shows that the checker finds what it is there for: a run in order passes, and fails where it has been tampered with.</summary>
internal static class SelfTestRun
{
    // Most of a check is waiting: for a process to start, and for what is wrong to be right after all.
    private const int AtATime = 2;

    /// <summary>Runs a small load against a Units of its own, then tampers with it in each way.</summary>
    /// <param name="storage">Where that Units keeps its data.</param>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="progress">Told how far it is.</param>
    public static async Task<(LoadResult Untouched, IReadOnlyList<Tampering> Tamperings)> Run(
        IProductStorage storage, int seed, IProgress<LoadProgress>? progress = null)
    {
        LoadResult result;
        await using (ServerProcess units = await Product.Start(storage.Settings))
        {
            result = await LoadRun.Run(Plan(units.GrpcUrl, seed), new CheckPlan { Journal = storage.Journal }, progress);
        }

        Evidence evidence = result.Evidence;
        SentReport report = Victim(evidence);
        string ward = evidence.Country.Units[report.Ward].Id;
        PlanVictims plans = new(evidence.Plans!);
        (string What, CheckId[] MustFail, Func<JournalDatabase, Task> Do)[] each =
        [
            ("deleted one acknowledged row", [CheckId.C1, CheckId.C3, CheckId.C4, CheckId.C5, CheckId.C7], j => j.Delete(ward, report.Sequence)),
            ("doubled one acknowledged row", [CheckId.C1, CheckId.C4, CheckId.C5, CheckId.C7], j => j.Double(ward, report.Sequence)),
            ("deleted one acknowledged target", [CheckId.C8], j => j.Delete(plans.Ward, plans.Target)),
            ("doubled one acknowledged target", [CheckId.C8], j => j.Double(plans.Ward, plans.Target)),
            ("deleted one amendment", [CheckId.C8], j => j.Delete(plans.City, plans.Amendment.Sequence)),
            ("changed a figure of one amendment", [CheckId.C8], plans.ChangeAmendment),
        ];
        Tampering[] tamperings = new Tampering[each.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, each.Length), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (i, _) =>
        {
            progress?.Report(new LoadProgress(each[i].What));
            tamperings[i] = new Tampering(each[i].What, each[i].MustFail, await Check(storage, result, each[i].Do));
        });

        ShowOldVersion(evidence.Watchers[0], evidence.Measures);
        Tampering old = new("showed a watcher an old version", [CheckId.C5], await Check(storage, result, _ => Task.CompletedTask));
        return (result, [.. tamperings, old]);
    }

    private static LoadPlan Plan(string gateway, int seed) => new()
    {
        Gateways = [gateway],
        Country = SyntheticCountry.Of(3, 4, 5),
        Measures = 6,
        Months = 2,
        Rate = 300,
        Duration = TimeSpan.FromSeconds(3),
        Repeats = 0.05,
        Corrections = 0.1,
        Bad = 0.1,
        Watchers = 4,
        Plans = true,
        Seed = seed,
    };

    /// <summary>Tampers with a copy of the data, starts a Units on it, and checks the run against that.</summary>
    private static async Task<CheckReport> Check(IProductStorage storage, LoadResult result, Func<JournalDatabase, Task> tamper)
    {
        await using IProductStorage copy = await storage.Copy();
        await using (JournalDatabase journal = await JournalDatabase.Open(copy.Journal))
        {
            await tamper(journal);
        }

        await using ServerProcess units = await Product.Start(copy.Settings);
        using Client client = new(units.GrpcUrl, opensMore: true);
        return await Checker.Run(result.Evidence, new CheckPlan { Journal = copy.Journal }, client, Stopwatch.GetTimestamp());
    }

    /// <summary>The last report that adds to its month, with others before and after it in its ward's journal: what follows does not mend it.</summary>
    private static SentReport Victim(Evidence evidence)
    {
        List<SentReport> acknowledged = [.. Enumerable.Range(0, evidence.Log.Count).Select(line => evidence.Log[line])
            .Where(r => r is { Outcome: Outcome.Acknowledged, WasRepeated: false })];
        ILookup<int, long> sequences = acknowledged.ToLookup(r => r.Ward, r => r.Sequence);
        return acknowledged
            .Where(r => r.Kind == ReportKind.Plain && r.Measure < evidence.Measures.Growing)
            .GroupBy(r => (r.Ward, r.Measure, r.Month))
            .Select(month => month.MaxBy(r => r.Sequence))
            .First(r => r.Sequence > 1 && r.Sequence < sequences[r.Ward].Max());
    }

    private static void ShowOldVersion(WatcherLog watcher, RunMeasures measures)
    {
        V1.GetTotalsResponse old = new() { Version = new V1.Version { Epoch = watcher.Version.Epoch, N = watcher.Version.N - 1 } };
        old.Measures.AddRange(measures.Ids.Select((id, m) => new V1.MeasureTotal
        {
            Measure = id,
            Value = watcher.Shown(m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }));
        watcher.Take(old);
    }
}
