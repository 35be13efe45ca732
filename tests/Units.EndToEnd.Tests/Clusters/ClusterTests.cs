using System.Diagnostics;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;
using Units.Gateway.Tests.Support;
using Units.Silo;
using Xunit;

namespace Units.EndToEnd.Tests.Clusters;

/// <summary>Several silos on one database and a gateway, each a process of its own.</summary>
[Collection(Measured.Name)]
public sealed class ClusterTests(Databases databases)
{
    private const string Month = "2025-07";

    private static readonly TimeSpan Resume = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_report_through_any_silo_or_gateway_is_counted_once_in_the_root()
    {
        await using RunningCluster cluster = await RunningCluster.Started(await databases.New(StorageProvider.Postgres), silos: 2, sampleData: true);
        Assert.Equal(2, cluster.Active());
        using Api alone = new(cluster.Gateway.GrpcUrl);
        using Api first = new(cluster.Silos[0].GrpcUrl);
        using Api second = new(cluster.Silos[1].GrpcUrl);
        string root = await alone.CreateUnit(Api.NewId("root"));
        string measure = await first.CreateMeasure(Api.NewId("measure"));
        string[] leaves = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => second.CreateUnit(Api.NewId("leaf"), root)));

        foreach (Api api in (Api[])[first, alone, second])
        {
            // The same reports through each: whoever comes first takes them in.
            await Task.WhenAll(leaves.Select(leaf => api.Submit(leaf, "r-1", new V1.Entry { Measure = measure, Month = Month, Add = "2" })));
        }

        V1.GetTotalsRequest total = new() { Unit = root, Range = Month, Measures = { measure } };
        foreach (Api api in (Api[])[alone, first, second])
        {
            await api.ReadTotals(total, t => t.Measures[0].Value == "40");
        }

        // Both silos load the same sample data; once is enough for the figure, and twice is not too much.
        await Task.WhenAll(cluster.Silos.Select(silo => silo.Line("sample data:")));
        V1.GetTotalsRequest published = new() { Unit = "cam-pha", Range = "2019-01/2019-07", Indicators = { "online-dossier-share" } };
        await alone.ReadTotals(published, t => t.Indicators[0] is { Value: "26.94", Numerator: "3845", Denominator: "14270" });
    }

    [Fact]
    public async Task When_a_silo_is_killed_the_others_go_on_and_its_units_are_back_within_ten_seconds()
    {
        await using RunningCluster cluster = await RunningCluster.Started(await databases.New(StorageProvider.Postgres), silos: 3);
        using Api api = new(cluster.Gateway.GrpcUrl);
        Tree tree = await Tree.Create(api);
        await OpenOnEach(cluster, tree);
        using SteadyLoad load = new(tree, cluster.Gateway.GrpcUrl);
        await load.GoesOn(3);

        long killed = Stopwatch.GetTimestamp();
        await cluster.Silos[0].Kill();
        await Until.Becomes("the silo to be declared dead", () => Task.FromResult(cluster.Dead()), n => n == 1, Resume);
        TimeSpan declared = Stopwatch.GetElapsedTime(killed);
        IReadOnlyList<TimeSpan> first = await load.FirstAfter(killed);
        await load.GoesOn(3);
        await load.End();

        Say($"declared dead after {declared}; of {first.Count} leaves {first.Count(t => t > Pause)} paused for over a second, the longest for {first.Max()}");
        Say($"{load.Acknowledged.Count} acknowledged; failed: {string.Join(", ", load.Failures.CountBy(f => f))}");
        Assert.True(first.Max() <= Resume, $"a leaf was acknowledged again only after {first.Max()}");
        Assert.InRange(first.Count(t => t <= Pause), first.Count / 4, first.Count - 1);
        Aftermath aftermath = new(tree, load.Acknowledged);
        await aftermath.EveryTotalIsExact(api);
        await aftermath.ReceiptsAreTheFirst(api);
    }

    [Fact]
    public async Task Silos_that_are_restarted_one_after_the_other_fail_no_client_that_retries_as_published()
    {
        await using RunningCluster cluster = await RunningCluster.Started(await databases.New(StorageProvider.Postgres), silos: 2);
        using Api api = new(cluster.Gateway.GrpcUrl);
        Tree tree = await Tree.Create(api);
        string config = await cluster.Silos[0].Get($"{cluster.Silos[0].HttpUrl}/grpc/service-config.json");
        using SteadyLoad load = new(tree, cluster.Gateway.GrpcUrl, ServiceConfigReader.Read(config));
        await load.GoesOn(3);
        foreach (UnitsProcess silo in cluster.Silos)
        {
            (int code, TimeSpan took) = await silo.Stop();
            Say($"a silo stopped within {took}");
            Assert.Equal(0, code);
            await load.GoesOn(2);
            await silo.Start();
            await load.GoesOn(3);
        }

        await load.End();
        Say($"{load.Acknowledged.Count} acknowledged");
        Assert.Empty(load.Failures);
        await new Aftermath(tree, load.Acknowledged).EveryTotalIsExact(api);
    }

    /// <summary>Asks about a part of the leaves at each silo: a unit opens where it is first asked for, as long as the silos have as much to do.</summary>
    private static async Task OpenOnEach(RunningCluster cluster, Tree tree)
    {
        for (int i = 0; i < cluster.Silos.Count; i++)
        {
            using Api silo = new(cluster.Silos[i].GrpcUrl);
            await Task.WhenAll(tree.Leaves.Where((_, n) => n % cluster.Silos.Count == i).Select(leaf => silo.ReadTotals(
                new V1.GetTotalsRequest { Unit = leaf.Id, Range = Sent.Range, Measures = { tree.Added } })));
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
