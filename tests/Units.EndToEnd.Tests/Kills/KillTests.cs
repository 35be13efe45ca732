using System.Diagnostics;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>
/// kill -9 under load: nothing that was acknowledged is missing, and nothing counts twice. The numbers of <see cref="KillPlan.Full"/> are the
/// promise; on PostgreSQL a run that has no hours to spend does <see cref="KillPlan.Short"/>.
/// </summary>
public sealed class KillTests(Databases databases)
{
    private const int MinInFlight = 50;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMilliseconds(2_500);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(2_500);

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Nothing_acknowledged_is_missing_and_nothing_counts_twice_after_kill_9(StorageProvider provider)
    {
        KillPlan plan = provider == StorageProvider.Postgres && !TestRun.IsFull ? KillPlan.Short : KillPlan.Full;
        long start = Stopwatch.GetTimestamp();
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        Tree tree = await Tree.Create(api);
        Say($"{Stopwatch.GetElapsedTime(start)}: {tree.Units.Count} units, {tree.Leaves.Count} of them leaves");

        IReadOnlyCollection<Sent> acknowledged = await KillUnderLoad(units, tree, plan);
        Say($"{Stopwatch.GetElapsedTime(start)}: {acknowledged.Count} acknowledged, {acknowledged.Count(a => a.WasInFlightAtKill)} of them in flight "
            + $"at a kill, {acknowledged.Count(a => a.WasRepeated)} of these already taken in");

        Aftermath aftermath = new(tree, acknowledged);
        await aftermath.EveryTotalIsExact(api);
        Say($"{Stopwatch.GetElapsedTime(start)}: the totals of {tree.Units.Count} units are exact");
        int receipts = await aftermath.ReceiptsAreTheFirst(api);
        Say($"{Stopwatch.GetElapsedTime(start)}: {receipts} receipts are the first");

        await units.Stop();
        aftermath.TheJournalAgrees(units.Data);
        Say($"{Stopwatch.GetElapsedTime(start)}: the journal agrees");
        (int code, string said) = await units.Verb("verify");
        Say($"{Stopwatch.GetElapsedTime(start)}: {said}");
        Assert.True(code == 0, said);
    }

    private static async Task<IReadOnlyCollection<Sent>> KillUnderLoad(UnitsProcess units, Tree tree, KillPlan plan)
    {
        using Load load = new(tree, units.GrpcUrl);
        List<int> inFlightAtKills = [];
        int duringStart = 0;
        while (inFlightAtKills.Count < plan.Kills)
        {
            // A random moment must not fall on one at which the clients only begin to come back: then what is sent would not be under way.
            int before = load.Acknowledged.Count;
            await Until.Becomes("reports to be acknowledged again", () => Task.FromResult(load.Acknowledged.Count - before), n => n >= MinInFlight);
            await Until.A(LongestRun * Random.Shared.NextDouble());
            await Until.Becomes("enough reports in flight", () => Task.FromResult(load.InFlight), n => n >= MinInFlight);
            inFlightAtKills.Add(load.MarkInFlight());
            await units.Kill();
            load.ThrowIfBroken();
            if (duringStart < plan.DuringStart && inFlightAtKills.Count % 5 == 0)
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
            "the last reports", () => Task.FromResult(load.Acknowledged.Count), n => n >= plan.Acknowledged, TimeSpan.FromMinutes(5));
        await load.End();
        Say($"in flight at the {inFlightAtKills.Count} kills: {string.Join(", ", inFlightAtKills)}; {duringStart} more kills during a start; "
            + $"calls of unknown outcome: {load.Failures}");
        Assert.All(inFlightAtKills, n => Assert.True(n >= MinInFlight, $"only {n} reports were in flight at a kill"));
        Assert.True(load.Acknowledged.Count >= plan.Acknowledged);
        return load.Acknowledged;
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
