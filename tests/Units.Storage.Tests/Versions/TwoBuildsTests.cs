using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Runtime;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests.Versions;

/// <summary>An update while everything runs: silos of this build and of a later one, whose pushes, snapshots and journal rows have a field more, in one cluster.</summary>
public sealed class TwoBuildsTests(PostgresFixture fixture)
{
    private const int LeafCount = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly MonthRange January = new(Some.January, Some.January);

    private int _sent;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_of_two_builds_count_every_report_once_and_read_what_the_other_wrote()
    {
        await using PostgresHarness database = await PostgresHarness.Create(fixture);
        await database.Run($"ALTER TABLE journal ADD COLUMN note text DEFAULT '{LaterBuild.Note}'");
        LaterBuild later = new();
        await using BuildSilo now = await BuildSilo.Start(database.ConnectionString);
        Measure measure = (await now.Grains.GetGrain<IRegistryGrain>(0).CreateMeasure(
            new Measure { Id = new MeasureId("jobs"), Kind = MeasureKind.Flow, Scale = 0, Sources = SourceRule.Many, Name = "Việc làm" })).Item!;
        UnitId[] tree = await Create(now);
        await Report(now, tree, measure);

        // The later build comes. Of what opens now each has a root, with leaves of both below it.
        BuildSilo next = await BuildSilo.Start(database.ConnectionString, later);
        await using (next)
        {
            UnitId[] second = await Create(next);
            UnitId[] third = await Create(now);
            for (int i = 0; i < second.Length; i++)
            {
                await (i % 2 == 0 ? next : now).Open(second[i]);
                await (i % 2 == 0 ? now : next).Open(third[i]);
            }

            foreach (UnitId[] each in (UnitId[][])[tree, second, third])
            {
                await Report(now, each, measure);
                await Report(next, each, measure);
            }

            await Shows(now, tree[0], measure, 3);
            await Shows(next, second[0], measure, 2);
            await Shows(next, third[0], measure, 2);

            // It is taken back: this build goes on from the snapshots and rows of the later one.
            await next.Stop();
            await Report(now, second, measure);
            await Shows(now, second[0], measure, 3);
        }

        // And it comes again, alone: the later build goes on from those of this one.
        await using BuildSilo again = await BuildSilo.Start(database.ConnectionString, later);
        await now.Stop();
        await Report(again, tree, measure);
        await Report(again, tree, measure);
        await Shows(again, tree[0], measure, 5);

        Assert.True(later.Written<PushMessage>() > 0 && later.ReadOlder<PushMessage>() > 0, $"No push went from build to build: {later}.");
        Assert.True(later.Written<HeldRecord>() > 0 && later.ReadOlder<HeldRecord>() > 0, $"No snapshot went from build to build: {later}.");
    }

    /// <summary>A root, first, and what lies right below it.</summary>
    private static async Task<UnitId[]> Create(BuildSilo silo)
    {
        UnitId root = new($"root-{Guid.NewGuid():N}");
        UnitId[] tree = [root, .. Enumerable.Range(0, LeafCount).Select(i => new UnitId($"leaf-{i}-{root.Text}"))];
        foreach (UnitId unit in tree)
        {
            CreateResult<Unit> created = await silo.Grains.GetGrain<IRegistryGrain>(0).CreateUnit(new Unit
            {
                Id = unit,
                Namings = [new UnitNaming(null, UnitKind.Commune, unit.Text, "")],
                Edges = unit == root ? [] : [new UnitEdge(Month.MinValue, root)],
            });
            Assert.Equal(CreateStatus.Created, created.Status);
        }

        return tree;
    }

    /// <summary>One of each leaf, sent twice under one id.</summary>
    private async Task Report(BuildSilo through, UnitId[] tree, Measure measure)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"r-{++_sent}");
        Report report = new()
        {
            Source = Some.Source,
            Id = new ReportId(id),
            ContentHash = [.. SHA256.HashData(Encoding.UTF8.GetBytes(id))],
            Entries = [new Entry { Kind = EntryKind.Add, Measure = measure.Ref, Month = Some.January, Value = new Amount(1) }],
        };
        await Task.WhenAll(tree[1..].Select(leaf => Acknowledged(through.Unit(leaf), report)));
        Assert.All(await Task.WhenAll(tree[1..].Select(leaf => Acknowledged(through.Unit(leaf), report))), status => Assert.Equal(SubmitStatus.Repeated, status));
    }

    /// <summary>As a client that repeats what a silo on its way out turns away.</summary>
    private static async Task<SubmitStatus> Acknowledged(IUnitGrain leaf, Report report)
    {
        while (true)
        {
            try
            {
                if (await leaf.Submit(report, Cancel) is { Status: SubmitStatus.Committed or SubmitStatus.Repeated } said)
                {
                    return said.Status;
                }
            }
            catch (OrleansException)
            {
                // Whether it was taken in the next answer tells.
            }

            await Task.Delay(Pause, TimeProvider.System, Cancel);
        }
    }

    /// <summary>Every leaf has so many, and the root the sum of them, as soon as the pushes are there.</summary>
    private static async Task Shows(BuildSilo silo, UnitId root, Measure measure, int ofEachLeaf)
    {
        TotalsQuery query = new([new SumQuery(measure.Ref, null, January)], [], false);
        long expected = LeafCount * ofEachLeaf;
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        UnitTotals totals = await silo.Unit(root).Read(query, limit.Token);
        while (!totals.InStep || (long)totals.Sums[0].Amount.Scaled != expected)
        {
            Assert.True((long)totals.Sums[0].Amount.Scaled <= expected, $"{totals.Sums[0].Amount.Scaled} is more than the {expected} that were sent.");
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
            totals = await silo.Unit(root).Read(query, limit.Token);
        }
    }
}
