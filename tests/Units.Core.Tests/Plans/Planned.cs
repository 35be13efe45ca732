using Units.Core.Tests.Ledger;

namespace Units.Core.Tests.Plans;

/// <summary>Steps and targets that are sound until a test spoils them.</summary>
internal static class Planned
{
    public static readonly PlanId Plan = new("ke-hoach-2020");
    public static readonly MonthRange Year = new(new Month(2020, 1), new Month(2020, 12));
    private static int Requested;

    public static Target Target(int indicator, long lower, Tier tier = Tier.Assigned) => new()
    {
        Indicator = indicator,
        Range = Year,
        Tier = tier,
        Kind = TargetKind.AtLeast,
        Lower = new Amount(lower),
    };

    public static Decision Decision(int number, int day = 1) => new($"{number}/QĐ-UBND", new DateOnly(2020, 1, 1).AddDays(day), "UBND thành phố");

    public static PlanStep Step(PlanStepKind kind, PlanId? plan = null) => new()
    {
        Source = Say.A,
        RequestId = new ReportId($"p-{Interlocked.Increment(ref Requested)}"),
        ContentHash = [],
        Plan = plan ?? Plan,
        Kind = kind,
    };

    public static PlanStep Draft(params Target[] targets) => Step(PlanStepKind.Draft) with
    {
        Title = "Kế hoạch 2020",
        Range = Year,
        Targets = [.. targets],
        Additive = [.. targets.Select(t => t.Indicator).Distinct()],
    };

    public static PlanStep Issue(Decision? decision = null) => Step(PlanStepKind.Issue) with { Decision = decision ?? Decision(1, 0) };

    public static PlanStep Amend(Decision decision, params Target[] targets) => Step(PlanStepKind.Amend) with
    {
        Decision = decision,
        Targets = [.. targets],
        Additive = [.. targets.Select(t => t.Indicator).Distinct()],
    };

    public static PlanBook With(this PlanBook book, PlanStep step)
    {
        Assert.Empty(book.Judge(step));
        return book.With(new PlanEntry(1, DateTimeOffset.UnixEpoch, step, null));
    }
}
