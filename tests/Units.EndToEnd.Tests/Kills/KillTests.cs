using System.Diagnostics;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>
/// kill -9 under load: nothing that was acknowledged is missing, and nothing counts twice. The numbers below are the promise and are never
/// made smaller to save time.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int KillsDuringStart = 3;
    private const int MinInFlight = 50;
    private const int MinAcknowledged = 50_000;
    private const int ReceiptsRead = 2_000;
    private const int Readers = 16;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMilliseconds(2_500);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(2_500);

    [Fact]
    public async Task Nothing_acknowledged_is_missing_and_nothing_counts_twice_after_kill_9()
    {
        long start = Stopwatch.GetTimestamp();
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        Tree tree = await Tree.Create(api);
        Say($"{Stopwatch.GetElapsedTime(start)}: {tree.Units.Count} units, {tree.Leaves.Count} of them leaves");

        IReadOnlyCollection<Sent> acknowledged = await KillUnderLoad(units, tree);
        Say($"{Stopwatch.GetElapsedTime(start)}: {acknowledged.Count} acknowledged, {acknowledged.Count(a => a.WasInFlightAtKill)} of them in flight "
            + $"at a kill, {acknowledged.Count(a => a.WasRepeated)} of these already taken in");

        await EveryTotalIsExact(api, tree, new Expected(acknowledged));
        Say($"{Stopwatch.GetElapsedTime(start)}: the totals of {tree.Units.Count} units are exact");
        await ReceiptsAreTheFirst(api, acknowledged);
        Say($"{Stopwatch.GetElapsedTime(start)}: receipts are the first");

        await units.Stop();
        TheJournalAgrees(units.DatabaseFile, tree, acknowledged);
        Say($"{Stopwatch.GetElapsedTime(start)}: the journal agrees");
    }

    private static async Task<IReadOnlyCollection<Sent>> KillUnderLoad(UnitsProcess units, Tree tree)
    {
        using Load load = new(tree, units.GrpcUrl);
        List<int> inFlightAtKills = [];
        int duringStart = 0;
        while (inFlightAtKills.Count < Kills)
        {
            // A random moment must not fall on one at which the clients only begin to come back: then what is sent would not be under way.
            int before = load.Acknowledged.Count;
            await Until.Becomes("reports to be acknowledged again", () => Task.FromResult(load.Acknowledged.Count - before), n => n >= MinInFlight);
            await Until.A(LongestRun * Random.Shared.NextDouble());
            await Until.Becomes("enough reports in flight", () => Task.FromResult(load.InFlight), n => n >= MinInFlight);
            inFlightAtKills.Add(load.MarkInFlight());
            await units.Kill();
            load.ThrowIfBroken();
            if (duringStart < KillsDuringStart && inFlightAtKills.Count % 5 == 0)
            {
                // Once more while it starts or has only just come back.
                duringStart++;
                units.Launch();
                await Until.A(LongestStart * Random.Shared.NextDouble());
                load.MarkInFlight();
                await units.Kill();
            }

            await units.Start();
        }

        await Until.Becomes(
            "the last reports", () => Task.FromResult(load.Acknowledged.Count), n => n >= MinAcknowledged, TimeSpan.FromMinutes(5));
        await load.End();
        Say($"in flight at the {inFlightAtKills.Count} kills: {string.Join(", ", inFlightAtKills)}; {duringStart} more kills during a start; "
            + $"calls of unknown outcome: {load.Failures}");
        Assert.All(inFlightAtKills, n => Assert.True(n >= MinInFlight, $"only {n} reports were in flight at a kill"));
        Assert.True(load.Acknowledged.Count >= MinAcknowledged);
        return load.Acknowledged;
    }

    private static async Task EveryTotalIsExact(Api api, Tree tree, Expected expected)
    {
        // What arrived at the root has passed every level; then all else is read once, and must be right at once.
        await TotalIsExact(api, tree, tree.Root, expected, mayTakeAMoment: true);
        await Parallel.ForEachAsync(
            tree.Units,
            new ParallelOptions { MaxDegreeOfParallelism = Readers },
            async (unit, _) => await TotalIsExact(api, tree, unit, expected, mayTakeAMoment: false));
    }

    private static async Task TotalIsExact(Api api, Tree tree, string unit, Expected expected, bool mayTakeAMoment)
    {
        V1.GetTotalsRequest request = new() { Unit = unit, Range = Sent.Range, Measures = { tree.Added, tree.Set, tree.ToDate } };
        V1.GetTotalsResponse totals = await api.ReadTotals(request, t => !mayTakeAMoment || Read(t) == expected.Of(unit));
        Assert.Equal(expected.Of(unit), Read(totals));

        // Nothing reported is empty, which is not 0.
        static (long Added, long Set, long ToDate) Read(V1.GetTotalsResponse t) => (Number(t, 0), Number(t, 1), Number(t, 2));
        static long Number(V1.GetTotalsResponse t, int at) =>
            t.Measures[at].Reported ? long.Parse(t.Measures[at].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static async Task ReceiptsAreTheFirst(Api api, IReadOnlyCollection<Sent> acknowledged)
    {
        Sent[] all = [.. acknowledged];
        Random.Shared.Shuffle(all);
        Sent[] asked = [.. all.Where(a => a.WasInFlightAtKill), .. all.Where(a => !a.WasInFlightAtKill).Take(ReceiptsRead)];
        await Parallel.ForEachAsync(
            asked,
            new ParallelOptions { MaxDegreeOfParallelism = Readers },
            async (sent, cancellation) =>
            {
                V1.GetReceiptRequest request = new() { Unit = sent.Leaf.Id, Source = Api.Source, ReportId = sent.Id };
                V1.Receipt receipt = (await api.Reports.GetReceiptAsync(request, new CallOptions(deadline: Api.In(Until.Limit)))).Receipt;
                Assert.Equal((sent.Id, sent.Sequence), (receipt.ReportId, receipt.Sequence));
            });
        Say($"{asked.Length} receipts read");
    }

    private static void TheJournalAgrees(string file, Tree tree, IReadOnlyCollection<Sent> acknowledged)
    {
        using JournalSql sql = new(file);
        Assert.Equal("ok", sql.Check());
        Assert.Empty(sql.Gaps());
        List<(string Report, (string Unit, long Sequence) Place)> reports = sql.Reports();
        Assert.Equal(acknowledged.Count, reports.Count);
        Dictionary<string, (string Unit, long Sequence)> places = reports.ToDictionary(r => r.Report, r => r.Place);
        Assert.All(acknowledged, a => Assert.Equal((a.Leaf.Id, a.Sequence), places[a.Id]));

        Expected expected = new(acknowledged);
        Dictionary<string, long> added = sql.Sums(tree.Added);
        Dictionary<string, long> set = sql.Sums(tree.Set);
        Dictionary<string, long> toDate = sql.Sums(tree.ToDate);
        Assert.All(tree.Leaves, leaf => Assert.Equal(
            expected.Of(leaf.Id), (added.GetValueOrDefault(leaf.Id), set.GetValueOrDefault(leaf.Id), toDate.GetValueOrDefault(leaf.Id))));
        Assert.Equal(expected.Of(tree.Root), (added.Values.Sum(), set.Values.Sum(), toDate.Values.Sum()));
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
