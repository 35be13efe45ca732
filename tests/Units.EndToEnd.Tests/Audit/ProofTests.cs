using Grpc.Core;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Audit;

/// <summary>Live totals are held against the journals below them, row by row.</summary>
public sealed class ProofTests(Databases databases, ITestOutputHelper output)
{
    private const string Range = "2025";

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task At_rest_every_total_is_the_sum_of_its_rows_and_in_motion_none_is_contradicted(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        Tree tree = await Tree.Create(api);
        Random random = new(7);

        // On PostgreSQL a fifth of it, unless there is time.
        int reports = provider == StorageProvider.Sqlite || TestRun.IsFull ? 1500 : 300;
        int sent = 0;
        Task Report() => api.Submit(tree.Leaves[random.Next(tree.Leaves.Count)].Id, $"r-{Interlocked.Increment(ref sent)}", Entries(tree, random));

        Task load = Task.Run(async () =>
        {
            for (int i = 0; i < reports; i++)
            {
                await Report();
            }
        }, TestContext.Current.CancellationToken);
        int proofs = 0;
        long underWay = 0;
        while (!load.IsCompleted)
        {
            V1.ProveTotalResponse moving = await Prove(api, tree, tree.Root);
            Assert.Empty(moving.Discrepancies);
            underWay += moving.UnderWayCount;
            proofs++;
        }

        await load;
        output.WriteLine($"{proofs} proofs in motion, {underWay} pushes under way");
        Assert.True(underWay > 0, "No proof met a push under way, so none of them was in motion.");
        V1.ProveTotalResponse rest = await AtRest(api, tree);
        Assert.Equal(sent, rest.Journal.Reports);
        Assert.Matches("^[0-9a-f]{64}$", rest.Journal.Sha256);
        foreach (string unit in tree.Units.Where((_, i) => i % 23 == 0).Append(tree.Leaves[0].Id))
        {
            V1.ProveTotalResponse proof = await Prove(api, tree, unit);
            Assert.Empty(proof.Discrepancies);
            Assert.Empty(proof.UnderWay);
            Assert.All(proof.Measures, m => Assert.Equal((m.Live, "0"), (m.Journal, m.Difference)));
        }
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_row_that_is_altered_behind_the_systems_back_is_reported_with_its_difference(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        string root = await api.CreateUnit(Api.NewId("root"));
        string district = await api.CreateUnit(Api.NewId("district"), root);
        string ward = await api.CreateUnit(Api.NewId("ward"), district);
        string measure = await api.CreateMeasure(Api.NewId("measure"), scale: 2);
        await api.Submit(ward, "r-1", new V1.Entry { Measure = measure, Month = "2025-03", Set = "10" });
        await api.Submit(ward, "r-2", new V1.Entry { Measure = measure, Month = "2025-03", Set = "12.5" });
        await api.Submit(district, "r-3", new V1.Entry { Measure = measure, Month = "2025-04", Add = "1" });
        await api.ReadTotals(new V1.GetTotalsRequest { Unit = root, Measures = { measure }, Range = Range }, t => t.Measures[0].Value == "13.5");

        // While it runs: what is counted and what is written differ.
        Alter(units.Data, "delta = delta + 777", ward, sequence: 2);
        V1.ProveTotalResponse proof = await Prove(api, root, measure);
        V1.Discrepancy found = Assert.Single(proof.Discrepancies);
        Assert.Equal((ward, measure, "12.5", "20.27", "-7.77", "12.5"), (found.Unit, found.Measure, found.Live, found.Journal, found.Difference, found.Stated));
        Assert.Equal(("13.5", "21.27", "-7.77"), (proof.Measures[0].Live, proof.Measures[0].Journal, proof.Measures[0].Difference));

        // After a start from the altered rows both agree; what the last row states does not.
        await units.Kill();
        units.Data.ForgetSnapshots();
        await units.Start();
        await api.ReadTotals(new V1.GetTotalsRequest { Unit = root, Measures = { measure }, Range = Range }, t => t.Measures[0].Value == "21.27");
        found = Assert.Single((await Prove(api, root, measure)).Discrepancies);
        Assert.Equal((ward, "0", "20.27", "12.5"), (found.Unit, found.Difference, found.Journal, found.Stated));

        Alter(units.Data, "delta = delta - 777", ward, sequence: 2);
        Alter(units.Data, "amount = amount + 1", district, sequence: 1);
        await units.Kill();
        units.Data.ForgetSnapshots();
        await units.Start();
        await api.ReadTotals(new V1.GetTotalsRequest { Unit = root, Measures = { measure }, Range = Range }, t => t.Measures[0].Value == "13.5");
        found = Assert.Single((await Prove(api, root, measure)).Discrepancies);
        Assert.Equal((district, "1", "1.01"), (found.Unit, found.Journal, found.Stated));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_unit_with_two_dated_parents_is_proven_under_each_for_its_own_months_and_so_is_a_level(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        string root = await api.CreateUnit(Api.NewId("root"));
        string old = await api.CreateUnit(Api.NewId("old"), root);
        string now = await api.CreateUnit(Api.NewId("now"), root);
        V1.Unit moved = new() { Id = Api.NewId("moved"), Namings = { new V1.Naming { Kind = V1.UnitKind.District, Name = "x" } } };
        moved.Edges.Add([new V1.Edge { From = "1900-01", Parent = old }, new V1.Edge { From = "2025-07", Parent = now }]);
        await api.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = moved });
        string ward = await api.CreateUnit(Api.NewId("ward"), moved.Id);
        string flow = await api.CreateMeasure(Api.NewId("flow"));
        string stock = await api.CreateMeasure(Api.NewId("stock"), V1.MeasureKind.Stock);
        foreach (string unit in (string[])[ward, moved.Id])
        {
            await api.Submit(unit, "r-1",
                new V1.Entry { Measure = flow, Month = "2025-03", Set = "10" }, new V1.Entry { Measure = flow, Month = "2025-09", Set = "5" },
                new V1.Entry { Measure = stock, Month = "2025-03", Set = "100" }, new V1.Entry { Measure = stock, Month = "2025-09", Set = "120" });
        }

        await api.ReadTotals(new V1.GetTotalsRequest { Unit = root, Measures = { flow }, Range = Range }, t => t.Measures[0].Value == "30");
        foreach ((string unit, string expected) in ((string, string)[])[(root, "30"), (old, "20"), (now, "10"), (moved.Id, "30"), (ward, "15")])
        {
            V1.ProveTotalResponse proof = await Prove(api, unit, flow, stock);
            Assert.Empty(proof.Discrepancies);
            Assert.Equal((expected, expected), (proof.Measures[0].Live, proof.Measures[0].Journal));
            Assert.Equal("0", proof.Measures[1].Difference);
        }
    }

    private static V1.Entry[] Entries(Tree tree, Random random) =>
    [
        new V1.Entry { Measure = tree.Added, Month = $"2025-{random.Next(1, 11):00}", Add = "1" },
        new V1.Entry { Measure = tree.Set, Month = $"2025-{random.Next(1, 11):00}", Set = $"{random.Next(1000)}" },
        new V1.Entry { Measure = tree.ToDate, Month = $"2025-{random.Next(1, 11):00}", YearToDate = $"{random.Next(1000)}" },
    ];

    private static Task<V1.ProveTotalResponse> AtRest(Api api, Tree tree) => Until.Becomes(
        "the tree to be at rest", () => Prove(api, tree, tree.Root), p => p.UnderWayCount == 0 && p.Measures.All(m => m.Difference == "0"));

    private static Task<V1.ProveTotalResponse> Prove(Api api, Tree tree, string unit) => Prove(api, unit, tree.Added, tree.Set, tree.ToDate);

    private static async Task<V1.ProveTotalResponse> Prove(Api api, string unit, params string[] measures) => (await Until.Becomes(
        $"a proof of {unit}", () => TryProve(api, new V1.ProveTotalRequest { Unit = unit, Measures = { measures }, Range = Range }), p => p is not null))!;

    /// <summary>The proof, or null while a unit is not in step yet.</summary>
    private static async Task<V1.ProveTotalResponse?> TryProve(Api api, V1.ProveTotalRequest request)
    {
        try
        {
            return await api.Totals.ProveTotalAsync(request);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }

    private static void Alter(UnitsData data, string change, string unit, int sequence) =>
        Assert.Equal(1, data.Alter($"UPDATE journal SET {change} WHERE unit = {data.UnitKey} AND seq = {sequence}", unit));
}
