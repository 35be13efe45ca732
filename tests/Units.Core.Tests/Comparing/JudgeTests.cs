using static Units.Core.Tests.Comparing.Some;

namespace Units.Core.Tests.Comparing;

public class JudgeTests
{
    [Theory]
    [InlineData(TargetKind.AtLeast, 100, null, 100, true)]
    [InlineData(TargetKind.AtLeast, 100, null, 99, false)]
    [InlineData(TargetKind.MoreThan, 100, null, 100, false)]
    [InlineData(TargetKind.MoreThan, 100, null, 101, true)]
    [InlineData(TargetKind.AtMost, null, 100, 100, true)]
    [InlineData(TargetKind.AtMost, null, 100, 101, false)]
    [InlineData(TargetKind.LessThan, null, 100, 100, false)]
    [InlineData(TargetKind.LessThan, null, 100, 99, true)]
    [InlineData(TargetKind.Range, 90, 110, 89, false)]
    [InlineData(TargetKind.Range, 90, 110, 90, true)]
    [InlineData(TargetKind.Range, 90, 110, 110, true)]
    [InlineData(TargetKind.Range, 90, 110, 111, false)]
    [InlineData(TargetKind.Exactly, 100, 100, 100, true)]
    [InlineData(TargetKind.Exactly, 100, 100, 101, false)]
    [InlineData(TargetKind.Exactly, 100, 100, 99, false)]
    public void A_bound_is_kept_or_not(TargetKind kind, int? lower, int? upper, long value, bool met) => Assert.Equal(
        met ? Verdict.Met : Verdict.NotMet,
        Comparer.Compare(Until(Some.Level, 12, Sum(value)), Target(kind, lower, upper)).Finding.Verdict);

    [Theory]
    [InlineData(TargetKind.Increase, 101, Verdict.Met)]
    [InlineData(TargetKind.Increase, 100, Verdict.NotMet)]
    [InlineData(TargetKind.Decrease, 99, Verdict.Met)]
    [InlineData(TargetKind.Decrease, 100, Verdict.NotMet)]
    public void A_direction_is_held_against_the_year_before(TargetKind kind, long value, Verdict verdict)
    {
        ComparedUnit unit = Until(Some.Level, 12, Sum(value)) with { Before = Some.Level.Compute([Sum(100)]) };

        Assert.Equal(verdict, Comparer.Compare(unit, Target(kind)).Finding.Verdict);
    }

    [Fact]
    public void A_month_outside_is_remembered_also_when_a_later_one_is_within_again()
    {
        TargetReading target = Target(TargetKind.Maintain, lower: 100) with { Monthly = [Sum(100), Sum(99), Nothing, Sum(100)] };
        TargetComparison compared = Comparer.Compare(Until(Some.Level, 4, Sum(100)), target);

        Assert.Equal((Verdict.NotMet, TargetStatus.Behind), (compared.Finding.Verdict, compared.Status));
        Assert.Equal([new Month(2020, 2)], compared.Finding.Breaches);
        Assert.Equal(Verdict.Met, Comparer.Compare(Until(Some.Level, 4, Sum(100)), target with { Monthly = [Sum(100), Sum(101)] }).Finding.Verdict);
    }

    [Fact]
    public void Units_that_a_count_names_have_each_to_be_among_those_that_have_attained()
    {
        Formula count = new(Indicator(FormulaKind.AttainedCount), Stock);
        UnitId[] units = [new("au-lau"), new("minh-bao"), new("tuy-loc")];
        ComparedUnit unit = Until(count, 12, Sum(2));
        unit = unit with { Count = new UnitCount(2, 3) { Who = [units[0], units[1]], Lacking = [units[2]] } };
        unit = unit with { Value = count.Compute([Sum(2)], unit.Count) };
        TargetReading two = Target(TargetKind.AtLeast, lower: 2);
        TargetReading named = two with { Stated = new Target { Indicator = 1, Range = Year, Kind = TargetKind.AtLeast, Members = [units[1], units[2]] } };

        Assert.Equal(Verdict.Met, Comparer.Compare(unit, two).Finding.Verdict);
        Assert.Equal(Verdict.NotMet, Comparer.Compare(unit, named).Finding.Verdict);
    }

    [Fact]
    public void A_headline_is_met_when_all_of_its_components_are()
    {
        TargetComparison met = Comparer.Compare(Until(Some.Level, 12, Sum(5)), Target(TargetKind.AtLeast, lower: 5));
        TargetComparison failed = Comparer.Compare(Until(Some.Level, 12, Sum(4)), Target(TargetKind.AtLeast, lower: 5));
        TargetComparison unknown = Comparer.Compare(Until(Some.Level, 12, Nothing), Target(TargetKind.AtLeast, lower: 5));
        TargetComparison headline = Comparer.Compare(Until(Some.Level, 12, Nothing), Target(TargetKind.Composite));

        Assert.Equal(Verdict.Met, Comparer.Headline(headline, [met, met]).Finding.Verdict);
        Assert.Equal(Verdict.NotMet, Comparer.Headline(headline, [met, failed, unknown]).Finding.Verdict);
        Assert.Equal((Verdict.NotAssessable, Gap.Component), Found(Comparer.Headline(headline, [met, unknown]).Finding));
        Assert.Equal(Gap.Component, Comparer.Headline(headline, []).Finding.Gap);

        static (Verdict, Gap) Found(Finding finding) => (finding.Verdict, finding.Gap);
    }

    [Fact]
    public void An_inherited_target_is_held_against_what_it_follows()
    {
        TargetReading target = Target(TargetKind.Inherited);
        InheritedBounds followed = new(new TargetBounds(TargetKind.AtMost, null, new Fraction(7, 1)), Gap.None);

        Assert.Equal(Verdict.Met, Comparer.Compare(Until(Some.Level, 12, Sum(7)), target, followed).Finding.Verdict);
        Assert.Equal(Verdict.NotMet, Comparer.Compare(Until(Some.Level, 12, Sum(8)), target, followed).Finding.Verdict);
        Assert.Equal(Gap.InheritedInCircle, Comparer.Compare(Until(Some.Level, 12, Sum(8)), target, new InheritedBounds(null, Gap.InheritedInCircle)).Finding.Gap);
    }

    [Fact]
    public void A_person_judges_what_has_no_figure()
    {
        TargetReading target = Target(TargetKind.Qualitative);

        Assert.Equal(TargetStatus.Attained, Comparer.Compare(Until(Some.Level, 2, Nothing), target with { Assessment = Assessment.Met }).Status);
        Assert.Equal(Verdict.NotMet, Comparer.Compare(Until(Some.Level, 2, Nothing), target with { Assessment = Assessment.NotMet }).Finding.Verdict);
    }
}
