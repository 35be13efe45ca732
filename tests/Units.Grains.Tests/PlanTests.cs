using Units.Grains.Tests.Support;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>Plans over real storage: what a decision says holds from its answer on, once, and after a restart.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    private TestSilo _silo = null!;
    private Country _country = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _silo = await TestSilo.Start();
        _country = await Country.Create(_silo.Registry, 5, 1, 3);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_plan_holds_from_its_decision_on_at_a_leaf_and_at_a_unit_with_children()
    {
        UnitId leaf = _country.Leaves.First();
        foreach (UnitId unit in (UnitId[])[leaf, _country.ParentOf(leaf)!.Value])
        {
            await Taken(unit, Step("d-1", PlanStepKind.Draft) with { Title = "Kế hoạch", Range = Year, Targets = [Target(100, "một")], Additive = [1] });
            Assert.DoesNotContain(await Targets(unit), target => target.IsOwn);
            PlanStep issue = Step("i-1", PlanStepKind.Issue) with { Decision = new Decision("1", new DateOnly(2025, 1, 1), "UBND") };
            await Taken(unit, issue);
            await Taken(unit, Step("a-1", PlanStepKind.Amend) with
            {
                Decision = new Decision("2", new DateOnly(2025, 6, 1), "UBND"),
                Targets = [Target(100, "hai")],
                Additive = [1],
            });

            Assert.Equal(SubmitStatus.Repeated, (await _silo.Unit(unit).TakeStep(issue, Cancel)).Status);
            await _silo.Restart();

            Assert.Equal(SubmitStatus.Repeated, (await _silo.Unit(unit).TakeStep(issue, Cancel)).Status);
            TargetReading held = Assert.Single(await Targets(unit));
            Assert.Equal((new Amount(100), "hai", "2"), (held.Lower.Own, held.Stated?.Words, held.Stated?.Decision?.Number));
            Assert.Equal([PlanStepKind.Draft, PlanStepKind.Issue, PlanStepKind.Amend], (await _silo.Unit(unit).ListPlanEntries(Cancel)).Select(e => e.Step!.Kind));
        }
    }

    [Fact]
    public async Task A_parent_holds_what_each_child_tells_and_its_own_parent_does_not()
    {
        UnitId leaf = _country.Leaves.First();
        UnitId parent = _country.ParentOf(leaf)!.Value;
        await _silo.Unit(parent).Read(Queries.Of(), Cancel);
        Target ratio = Target(95, "trên 95 %") with { Kind = TargetKind.MoreThan };
        await _silo.Unit(leaf).Assign(TargetAssignment.Of(ratio, additive: false, new SourceId("planner"), new ReportId("t-1"), [1]), Cancel);
        TotalsQuery query = new([], [new TargetQuery(1, Year)], ByChild: true);

        UnitTotals totals = await Eventually.Become(
            () => _silo.Unit(parent).Read(query, Cancel), t => t.Children.FirstOrDefault(c => c.Child == leaf)?.Targets is [{ Kind: TargetKind.MoreThan }]);

        Assert.Equal(new Amount(95), totals.Children.Single(c => c.Child == leaf).Targets.Single().Lower.Own);
        Assert.Empty(totals.Targets);
        await _silo.Restart();
        Assert.Equal(new Amount(95), (await Eventually.InStep(() => _silo.Unit(parent).Read(query, Cancel))).Children.Single(c => c.Child == leaf).Targets.Single().Lower.Own);
        Assert.All((await Eventually.InStep(() => _silo.Unit(_country.Root).Read(query, Cancel))).Children, c => Assert.Empty(c.Targets));
    }

    private async Task Taken(UnitId unit, PlanStep step)
    {
        SubmitResult result = await _silo.Unit(unit).TakeStep(step, Cancel);
        Assert.Equal((SubmitStatus.Committed, ""), (result.Status, string.Join(", ", result.Violations.Select(v => v.Reason))));
    }

    private async Task<IReadOnlyList<TargetReading>> Targets(UnitId unit) =>
        (await Eventually.InStep(() => _silo.Unit(unit).Read(new TotalsQuery([], [new TargetQuery(1, Year)], false), Cancel))).Targets;

    private static Target Target(long lower, string words) =>
        new() { Indicator = 1, Range = Year, Kind = TargetKind.AtLeast, Lower = new Amount(lower), Words = words };

    private static PlanStep Step(string id, PlanStepKind kind) =>
        new() { Source = new SourceId("planner"), RequestId = new ReportId(id), ContentHash = [1], Plan = new PlanId("plan"), Kind = kind };
}
