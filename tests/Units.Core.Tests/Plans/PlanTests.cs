using CsCheck;
using Units.Core.Tests.Ledger;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Core.Tests.Plans;

public class PlanTests
{
    private static readonly UnitId Ward = new("phuong-1");

    /// <summary>An amendment: its number and day, and by indicator a figure or null to take the target back.</summary>
    private static readonly Gen<(int Number, int Day, (int Indicator, long? Value)[] Says)[]> Amendments = Gen.Select(
        Gen.Int[0, 5], Gen.Select(Gen.Int[1, 4], Gen.Long[0, 9].Nullable()).Array[1, 4],
        (day, says) => (day, Says: says.DistinctBy(s => s.Item1).Select(s => (s.Item1, s.Item2)).ToArray())).Array[1, 7]
        .Select(all => all.Select((a, i) => (i + 2, a.day, a.Says)).ToArray());

    [Fact]
    public void Amendments_in_any_order_leave_the_same_issued_plan() => Gen.Select(Amendments, Gen.Int[0, int.MaxValue]).Sample((amendments, seed) =>
    {
        PlanBook issued = PlanBook.Empty.With(Planned.Draft(Planned.Target(1, 100), Planned.Target(2, 200))).With(Planned.Issue());
        Random random = new(seed);
        Target[] inOrder = Targets(amendments.Aggregate(issued, Amended));
        Target[] inAnother = Targets(amendments.OrderBy(_ => random.Next()).Aggregate(issued, Amended));
        Assert.Equal(inOrder, inAnother);
    });

    [Fact]
    public void What_holds_at_the_unit_follows_the_decisions_and_not_their_arrival() => Gen.Select(Amendments, Gen.Int[0, int.MaxValue]).Sample((amendments, seed) =>
    {
        Random random = new(seed);
        TargetReading[] inOrder = Held(amendments);
        TargetReading[] inAnother = Held([.. amendments.OrderBy(_ => random.Next())]);
        Assert.Equal(inOrder, inAnother);
    }, iter: 60);

    [Fact]
    public void Issuing_writes_the_document_and_every_target_as_one_item_of_the_journal()
    {
        LedgerBench unit = new();
        unit.Take(Planned.Draft(Planned.Target(1, 100), Planned.Target(2, 200, Tier.Resolution)));
        Assert.Empty(unit.Targets(new TargetQuery(1, Planned.Year)));
        JournalReport issued = unit.Take(Planned.Issue());

        Assert.Equal(
            [RowKind.PlanIssue, RowKind.RatioTarget, RowKind.Target, RowKind.RatioTarget, RowKind.Target], issued.Rows.Select(row => row.Kind));
        unit.Restart();
        TargetReading held = Assert.Single(unit.Targets(new TargetQuery(2, Planned.Year)));
        Assert.Equal((Tier.Resolution, new Amount(200)), (held.Tier, held.Lower.Own));
        Assert.Equal(Planned.Decision(1, 0), unit.Ledger.Stated(new TargetKey(2, Planned.Year, Tier.Resolution))?.Decision);
    }

    [Fact]
    public void Every_version_is_kept_and_two_of_them_can_be_compared()
    {
        Plan plan = PlanBook.Empty
            .With(Planned.Draft(Planned.Target(1, 90)))
            .With(Planned.Draft(Planned.Target(1, 100), Planned.Target(2, 200)))
            .With(Planned.Issue())
            .With(Planned.Amend(Planned.Decision(2), Planned.Target(3, 300)) with { Withdrawn = [new TargetKey(2, Planned.Year, Tier.Assigned)] })
            .Find(Planned.Plan)!;

        Assert.Equal([1, 2, 2, 2], plan.Versions.Select(v => v.Targets.Length));
        Assert.Equal(
            [(2, new Amount(200), null), (3, null, new Amount(300))],
            plan.Versions[2].To(plan.Versions[3]).Select(d => (d.Key.Indicator, d.Before?.Lower, d.After?.Lower)));
        Assert.Equal([1, 2], plan.Versions[0].To(plan.Versions[1]).Select(d => d.Key.Indicator));
    }

    [Fact]
    public void A_draft_is_opened_commented_on_and_issued_and_each_step_has_its_time()
    {
        PlanBook draft = PlanBook.Empty.With(Planned.Draft(Planned.Target(1, 100)));
        PlanStep comment = Planned.Step(PlanStepKind.Comment) with { By = Ward, Text = "Đồng ý" };
        Assert.Equal([PlanReasons.NotNow], Reasons(draft, comment));
        Assert.Equal([PlanReasons.NotNow], Reasons(draft, Planned.Amend(Planned.Decision(2), Planned.Target(1, 1))));

        PlanBook open = draft.With(Planned.Step(PlanStepKind.Open) with { Commenters = [Ward] }).With(comment);
        Assert.Equal([PlanReasons.NotAsked], Reasons(open, comment with { By = new UnitId("phuong-2") }));
        Assert.Equal("Đồng ý", Assert.Single(open.Find(Planned.Plan)!.Comments).Text);

        PlanBook issued = open.With(Planned.Draft(Planned.Target(1, 110))).With(Planned.Issue());
        Assert.Equal([PlanReasons.NotNow], Reasons(issued, comment));
        Assert.Equal([PlanReasons.NotNow], Reasons(issued, Planned.Draft(Planned.Target(1, 1))));
        Assert.Equal([PlanReasons.NotNow], Reasons(issued, Planned.Issue(Planned.Decision(2))));
        Assert.Equal([PlanReasons.NotFound], Reasons(issued, Planned.Step(PlanStepKind.Issue, new PlanId("khac"))));
        Assert.Equal(new Amount(110), Assert.Single(issued.Find(Planned.Plan)!.Targets).Lower);
    }

    [Fact]
    public void A_decision_is_needed_is_used_once_and_does_not_come_before_the_one_it_amends()
    {
        PlanBook draft = PlanBook.Empty.With(Planned.Draft(Planned.Target(1, 100)));
        Assert.Equal([PlanReasons.NoDecision], Reasons(draft, Planned.Step(PlanStepKind.Issue)));
        PlanBook issued = draft.With(Planned.Issue(Planned.Decision(4699, 5)));

        Assert.Equal([PlanReasons.NoDecision], Reasons(issued, Planned.Step(PlanStepKind.Amend) with { Targets = [Planned.Target(1, 1)] }));
        Decision again = Planned.Decision(4699, 9) with { Number = " 4699/qđ-ubnd" };
        Assert.Equal([PlanReasons.DecisionUsed], Reasons(issued, Planned.Amend(again, Planned.Target(1, 1))));
        Assert.Equal([PlanReasons.DecisionTooEarly], Reasons(issued, Planned.Amend(Planned.Decision(5, 4), Planned.Target(1, 1))));
        Assert.Empty(Reasons(issued, Planned.Amend(again with { Issuer = "HĐND thành phố" }, Planned.Target(1, 1))));
    }

    [Fact]
    public void A_target_is_in_one_plan_at_a_time_and_once_in_it()
    {
        PlanBook issued = PlanBook.Empty.With(Planned.Draft(Planned.Target(1, 100))).With(Planned.Issue());
        PlanId other = new("ke-hoach-khac");
        PlanBook both = issued.With(Planned.Draft(Planned.Target(1, 5), Planned.Target(1, 6, Tier.Stretch)) with { Plan = other });

        Assert.Equal([PlanReasons.OtherPlan], Reasons(both, Planned.Issue(Planned.Decision(2)) with { Plan = other }));
        Assert.Equal([PlanReasons.Twice], Reasons(issued, Planned.Draft(Planned.Target(1, 5), Planned.Target(1, 6)) with { Plan = other }));
        Assert.Equal([PlanReasons.NoTargets], Reasons(PlanBook.Empty.With(Planned.Draft()), Planned.Issue()));
    }

    [Fact]
    public void The_months_of_a_target_lie_within_those_of_its_plan()
    {
        Target later = Planned.Target(1, 1) with { Range = new MonthRange(new Month(2020, 12), new Month(2021, 1)) };
        Assert.Equal([PlanReasons.OutsidePlan], Reasons(PlanBook.Empty, Planned.Draft(later)));
        PlanBook issued = PlanBook.Empty.With(Planned.Draft(Planned.Target(1, 100))).With(Planned.Issue());
        Assert.Equal([PlanReasons.OutsidePlan], Reasons(issued, Planned.Amend(Planned.Decision(2), later)));
    }

    [Fact]
    public void Of_one_day_the_higher_number_is_the_later_decision()
    {
        Decision[] sorted = [Planned.Decision(99), Planned.Decision(100), Planned.Decision(3, 2)];
        Assert.Equal(sorted, new[] { sorted[2], sorted[1], sorted[0] }.Order(Comparer<Decision>.Create(DecisionOrder.Compare)));
    }

    private static string[] Reasons(PlanBook book, PlanStep step) => [.. book.Judge(step).Select(v => v.Reason)];

    private static Target[] Targets(PlanBook book) => [.. book.Find(Planned.Plan)!.Targets];

    private static PlanBook Amended(PlanBook book, (int Number, int Day, (int Indicator, long? Value)[] Says) amendment) => book.With(StepOf(amendment));

    private static PlanStep StepOf((int Number, int Day, (int Indicator, long? Value)[] Says) amendment) => Planned.Amend(
        Planned.Decision(amendment.Number, amendment.Day),
        [.. amendment.Says.Where(s => s.Value is not null).Select(s => Planned.Target(s.Indicator, s.Value!.Value))]) with
    {
        Withdrawn = [.. amendment.Says.Where(s => s.Value is null).Select(s => new TargetKey(s.Indicator, Planned.Year, Tier.Assigned))],
    };

    private static TargetReading[] Held((int Number, int Day, (int Indicator, long? Value)[] Says)[] amendments)
    {
        LedgerBench unit = new();
        unit.Take(Planned.Draft(Planned.Target(1, 100), Planned.Target(2, 200)));
        unit.Take(Planned.Issue());
        foreach ((int Number, int Day, (int Indicator, long? Value)[] Says) amendment in amendments)
        {
            unit.Take(StepOf(amendment));
        }

        unit.Restart();
        return [.. Enumerable.Range(1, 4).SelectMany(i => unit.Targets(new TargetQuery(i, Planned.Year)))];
    }
}
