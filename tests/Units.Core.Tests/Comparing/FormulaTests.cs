using CsCheck;
using static Units.Core.Tests.Comparing.Some;

namespace Units.Core.Tests.Comparing;

public class FormulaTests
{
    private static readonly Measure InFields = Revenue with
    {
        Categories = [new Category(1, "land", "đất", ""), new Category(2, "tax", "thuế", "")],
    };

    [Fact]
    public void A_growth_and_its_inverse_agree() => Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000]).Sample((a, b) =>
    {
        Fraction up = Some.Growth.Compute([Sum(b), Sum(a)]).Value!.Value;
        Fraction down = Some.Growth.Compute([Sum(a), Sum(b)]).Value!.Value;
        Assert.Equal(Fraction.One, (Fraction.One + up / Fraction.Hundred) * (Fraction.One + down / Fraction.Hundred));
    });

    [Fact]
    public void Equal_to_x_per_cent_and_up_by_y_per_cent_say_the_same() => Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000]).Sample((now, before) =>
    {
        Change change = Change.Of(Some.Amount, Some.Amount.Compute([Sum(now)]), Some.Amount.Compute([Sum(before)]));
        Assert.Equal(change.Percent, change.By + Fraction.Hundred);
        Assert.Equal(change.By, Some.Growth.Compute([Sum(now), Sum(before)]).Value);
    });

    [Fact]
    public void A_share_changes_by_points_and_has_no_per_cent_of_the_year_before()
    {
        Change change = Change.Of(Some.Ratio, Some.Ratio.Compute([Sum(30), Sum(100)]), Some.Ratio.Compute([Sum(20), Sum(80)]));

        Assert.Equal((null, new Fraction(5, 1), false), (change.Percent, change.By, change.InPerCent));
    }

    [Fact]
    public void The_growth_of_a_rate_is_on_the_rate_and_not_on_what_it_is_made_of()
    {
        Formula rate = new(Indicator(FormulaKind.Growth, divides: true, factor: 100), Revenue, Base);

        // 95 of 1,000 after 100 of 1,000 is 5 % less; 95 of 950 is as much.
        Assert.Equal(new Fraction(-5, 1), rate.Compute([Sum(95), Sum(1000), Sum(100), Sum(1000)]).Value);
        Assert.Equal(Fraction.Zero, rate.Compute([Sum(95), Sum(950), Sum(100), Sum(1000)]).Value);
        Assert.Null(rate.Compute([Sum(95), Sum(950), Sum(100), Nothing]).Value);
        Assert.Null(rate.Compute([Sum(95), Sum(950), Sum(0), Sum(5)]).Value);
    }

    [Fact]
    public void Growth_may_be_on_the_months_just_before()
    {
        Formula quarter = new(Indicator(FormulaKind.Growth, factor: 100) with { Base = SumTime.PeriodBefore }, Revenue);
        MonthRange second = new(new Month(2020, 4), new Month(2020, 6));

        Assert.Equal(["2020-Q2", "2020-Q1"], quarter.Over(second).Select(s => s.Range.ToString()));
    }

    [Fact]
    public void The_least_over_categories_is_not_proved_by_the_whole()
    {
        Formula least = new(Indicator(FormulaKind.Minimum, divides: true, factor: 100), InFields, InFields with { Number = 9, Id = Base.Id });

        // Unclassified, land, tax: each with its denominator.
        IndicatorValue value = least.Compute([Nothing, Nothing, Sum(94), Sum(100), Sum(999), Sum(1000)]);
        Assert.Equal((new Fraction(94, 1), 1, false), (value.Value!.Value, value.Decisive, value.IsPartial));
        Assert.True(least.Compute([Nothing, Nothing, Nothing, Sum(100), Sum(999), Sum(1000)]).IsPartial);
        Assert.True(least.Compute([Sum(1), Sum(1), Sum(99), Sum(100), Sum(999), Sum(1000)]).IsPartial);
        Assert.Null(least.Compute([Nothing, Nothing, Nothing, Nothing, Nothing, Nothing]).Value);
    }

    [Fact]
    public void What_is_partial_can_break_a_bound_and_not_prove_it()
    {
        Formula least = new(Indicator(FormulaKind.Minimum, divides: true, factor: 100), InFields, InFields with { Number = 9, Id = Base.Id });
        TargetReading target = Target(TargetKind.AtLeast, lower: 95_000_000);

        Assert.Equal(Gap.Partial, Comparer.Compare(Until(least, 12, Nothing, Nothing, Sum(99), Sum(100), Nothing, Nothing), target).Finding.Gap);
        Assert.Equal(Verdict.NotMet, Comparer.Compare(Until(least, 12, Nothing, Nothing, Sum(94), Sum(100), Nothing, Nothing), target).Finding.Verdict);
    }

    [Fact]
    public void The_worst_of_several_growths_holds_for_all_of_them()
    {
        Formula worst = new(Indicator(FormulaKind.Worst, factor: 100) with { LowerIsBetter = true }, Revenue, null, Some.Growth, Some.Growth, Some.Growth);
        TargetReading target = Target(TargetKind.AtMost, upper: -5_000_000);

        Assert.Equal(Verdict.Met, Judged(Sum(95), Sum(100), Sum(90), Sum(100), Sum(19), Sum(20)));
        Assert.Equal(Verdict.NotMet, Judged(Sum(96), Sum(100), Sum(10), Sum(100), Sum(1), Sum(20)));
        Assert.Equal(Verdict.NotAssessable, Judged(Sum(95), Sum(100), Nothing, Sum(100), Sum(1), Sum(20)));
        Assert.Equal(Verdict.NotMet, Judged(Sum(96), Sum(100), Nothing, Sum(100), Sum(1), Sum(20)));
        Assert.Equal(2, worst.Compute([Sum(90), Sum(100), Sum(90), Sum(100), Sum(96), Sum(100)]).Decisive);

        Verdict Judged(params SumReading[] sums) => Comparer.Compare(Until(worst, 12, sums), target).Finding.Verdict;
    }

    [Fact]
    public void A_count_is_of_the_units_there_are_and_its_share_of_them_too()
    {
        UnitCount count = new(5, 7);
        Formula share = new(Indicator(FormulaKind.AttainedCount, factor: 100), Stock);

        Assert.Equal(new Fraction(5, 1), new Formula(Indicator(FormulaKind.AttainedCount), Stock).Compute([Sum(5)], count).Value);
        Assert.Equal(new Fraction(500, 7), share.Compute([Sum(5)], count).Value);
        Assert.Equal(Gap.KnownAtTheUnit, Judge.Missing(share.Compute([Sum(5)])));
    }

    [Fact]
    public void Coverage_knows_who_is_late_and_who_is_not_yet()
    {
        Measure monthly = Revenue with { DueDay = 5 };
        MonthRange half = new(new Month(2020, 1), new Month(2020, 6));
        (UnitId, Month?)[] units = [(new("early"), new Month(2020, 6)), (new("old"), new Month(2020, 4)), (new("silent"), null)];

        Coverage before = Coverage.Of(monthly, half, new DateOnly(2020, 1, 20), units);
        Coverage after = Coverage.Of(monthly, half, new DateOnly(2020, 6, 6), units);
        Assert.Equal((null, 2, 0, 1), (before.Due, before.Reported, before.Late.Length, before.Missing.Length));
        Assert.Equal((new Month(2020, 5), 1, 2, 3), (after.Due, after.Reported, after.Late.Length, after.Expected));
        Assert.Equal("2020-05/2020-06", Coverage.Question(monthly, half, new DateOnly(2020, 6, 6)).Range.ToString());
        Assert.Equal(new Month(2020, 4), Coverage.DueMonth(monthly, half, new DateOnly(2020, 6, 5)));
    }
}
