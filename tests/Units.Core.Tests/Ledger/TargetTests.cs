using CsCheck;
using Units.Grains.Ledger;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class TargetTests
{
    private static readonly MonthRange Year = new(M(1), M(12));
    private static readonly TargetQuery Amounts = new(9, Year);
    private int _requests;

    [Fact]
    public void A_target_holds_as_last_assigned_with_one_bound_at_a_time() =>
        Gen.Select(Gen.Enum<Bound>(), Gen.Long[-3, 3], Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 15].Sample(steps =>
        {
            LedgerBench unit = new();
            foreach ((Bound bound, long value, int withdrawn, int restart) in steps)
            {
                unit.Assign(Target(value, bound) with { Withdrawn = withdrawn == 0 });
                if (restart == 0)
                {
                    unit.Restart();
                }

                TargetReading[] readings = unit.Targets(Amounts);
                TargetReading[] expected = withdrawn == 0 ? [] : [Reading(9, bound, new TargetFigure(new Amount(value), Amount.Zero, 0))];
                Assert.Equal(expected, readings);
                Assert.Equal(readings.Length, unit.Journal.Sums().Where(cell => cell.Key.Aspect == Aspect.TargetPresence).Sum(cell => (long)cell.Value.Scaled));
                Assert.Equal(
                    readings.Sum(reading => (long)Bounds(reading).Own.GetValueOrDefault().Scaled),
                    unit.Journal.Sums().Where(cell => cell.Key.Aspect == Aspect.Target).Sum(cell => (long)cell.Value.Scaled));
            }
        }, iter: 200);

    [Fact]
    public void Turning_the_bound_clears_the_old_key_and_sets_the_new_one()
    {
        LedgerBench unit = new();
        unit.Assign(Target(95, Bound.AtLeast));
        JournalReport turned = unit.Assign(Target(90, Bound.AtMost));
        Assert.Equal([(0, -95L, -1), (1, 90L, 1)], turned.Rows.Select(row => ((int)row.Category, (long)row.Delta.Scaled, row.Presence)));
        Assert.All(turned.Rows, row => Assert.Equal((RowKind.Target, 9, M(1), 12), (row.Kind, row.Subject, row.Month, row.Span)));
        Assert.Empty(Receipts.Of(new UnitId("unit-1"), turned).Entries);
    }

    [Fact]
    public void The_same_target_again_and_a_withdrawal_of_none_change_nothing()
    {
        LedgerBench unit = new();
        Assert.Equal(EntryOutcome.Unchanged, Assert.Single(unit.Assign(Target(1) with { Withdrawn = true }).Rows).Outcome);
        unit.Assign(Target(5));
        Assert.Equal(EntryOutcome.Unchanged, Assert.Single(unit.Assign(Target(5) with { Source = B }).Rows).Outcome);
    }

    [Fact]
    public void Whoever_assigns_last_replaces_the_target_also_after_a_restart()
    {
        LedgerBench unit = new();
        unit.Assign(Target(5));
        unit.Assign(Target(6) with { Source = B });
        unit.Restart();
        unit.Assign(Target(7));
        unit.Restart();
        Assert.Equal(new Amount(7), Assert.Single(unit.Targets(Amounts)).Lower.Own);
    }

    [Fact]
    public void Targets_of_other_ranges_tiers_and_indicators_stand_beside()
    {
        LedgerBench unit = new();
        unit.Assign(Target(1));
        unit.Assign(Target(2) with { Range = new MonthRange(M(1), M(6)) });
        unit.Assign(Target(3) with { Tier = Tier.Council });
        unit.Assign(Target(4) with { Indicator = 10 });
        Assert.Equal(
            [("2025-01/2025-06", Tier.Assigned, new Amount(2)), ("2025", Tier.Assigned, new Amount(1)), ("2025", Tier.Council, new Amount(3))],
            unit.Targets(Amounts).Select(t => (t.Range.ToString(), t.Tier, t.Lower.Own!.Value)));
        Assert.Empty(unit.Targets(new TargetQuery(9, new MonthRange(M(1, 2026), M(1, 2026)))));
    }

    [Fact]
    public void A_target_that_does_not_fit_is_refused_and_the_old_one_stays()
    {
        LedgerBench unit = new();
        unit.Assign(Target(-Amount.MaxStored));
        CutReport refused = unit.Stage(Target(Amount.MaxStored));
        unit.Commit();
        Assert.Null(refused.Report);
        Assert.Equal((Reasons.Overflow, "value"), (refused.Violations[0].Reason, refused.Violations[0].Field));
        Assert.Equal(new Amount(-Amount.MaxStored), Assert.Single(unit.Targets(Amounts)).Lower.Own);
    }

    [Fact]
    public void Own_target_and_the_childrens_sum_are_told_apart_and_thresholds_have_no_sum()
    {
        CellKey amount = CellKey.OfTarget(Aspect.Target, 9, Year, Tier.Assigned, TargetPart.Lower);
        CellKey ratio = CellKey.OfTarget(Aspect.RatioTarget, 8, Year, Tier.Assigned, TargetPart.Upper);
        CellTable own = new();
        CellTable children = new();
        own.Set(ratio, new Amount(95));
        own.Set(ratio.With(Aspect.RatioTargetPresence), Amount.One);
        children.Set(amount, new Amount(30));
        children.Set(amount.With(Aspect.TargetPresence), new Amount(2));
        children.Set(ratio.With(Aspect.RatioTargetPresence), Amount.One);
        TargetReader reader = new(own, children, own);
        Assert.Equal([Reading(9, Bound.AtLeast, new TargetFigure(null, new Amount(30), 2))], reader.Read(Amounts));
        Assert.Equal([Reading(8, Bound.AtMost, new TargetFigure(new Amount(95), Amount.Zero, 0))], reader.Read(new TargetQuery(8, Year)));
    }

    private static TargetFigure Bounds(TargetReading reading) => reading.Lower.IsEmpty ? reading.Upper : reading.Lower;

    private static TargetReading Reading(int indicator, Bound bound, TargetFigure figure) => new()
    {
        Indicator = indicator,
        Range = Year,
        Lower = bound == Bound.AtLeast ? figure : default,
        Upper = bound == Bound.AtMost ? figure : default,
    };

    private TargetAssignment Target(long value, Bound bound = Bound.AtLeast) => new()
    {
        Source = A,
        RequestId = new ReportId($"t-{++_requests}"),
        ContentHash = [],
        Indicator = 9,
        Range = Year,
        Bound = bound,
        Value = new Amount(value),
        Additive = true,
    };
}
