using CsCheck;
using static Units.Core.Tests.Comparing.Some;

namespace Units.Core.Tests.Comparing;

public class StatusTests
{
    [Theory]
    [InlineData(105, TargetStatus.Ahead)]
    [InlineData(104, TargetStatus.OnCourse)]
    [InlineData(95, TargetStatus.OnCourse)]
    [InlineData(94, TargetStatus.AtRisk)]
    [InlineData(80, TargetStatus.AtRisk)]
    [InlineData(79, TargetStatus.Behind)]
    [InlineData(200, TargetStatus.Attained)]
    public void Half_of_the_year_is_expected_to_bring_half_of_the_target(long value, TargetStatus status)
    {
        TargetComparison compared = Comparer.Compare(Until(Some.Amount, 6, Sum(value)), Target(TargetKind.AtLeast, lower: 200));

        Assert.Equal((status, new Fraction(100, 1), new Fraction(value - 100, 1)), (compared.Status, compared.ExpectedLower, compared.Difference));
    }

    [Theory]
    [InlineData(10, TargetStatus.OnCourse)]
    [InlineData(9, TargetStatus.Ahead)]
    [InlineData(11, TargetStatus.AtRisk)]
    [InlineData(20, TargetStatus.Behind)]
    [InlineData(0, TargetStatus.Ahead)]
    public void Less_is_better_under_an_upper_bound(long poor, TargetStatus status) => Assert.Equal(
        status, Comparer.Compare(Until(Some.Ratio, 6, Sum(poor), Sum(1000)), Target(TargetKind.AtMost, upper: 1_000_000)).Status);

    [Theory]
    [InlineData(94, TargetStatus.Ahead)]
    [InlineData(95, TargetStatus.OnCourse)]
    [InlineData(96, TargetStatus.AtRisk)]
    [InlineData(97, TargetStatus.Behind)]
    [InlineData(101, TargetStatus.Behind)]
    public void A_reduction_of_5_per_cent_is_held_against_the_reduction(long now, TargetStatus status) => Assert.Equal(
        status, Comparer.Compare(Until(Some.Growth, 6, Sum(now), Sum(100)), Target(TargetKind.AtMost, upper: -5_000_000)).Status);

    [Fact]
    public void At_the_end_a_bound_that_is_kept_is_attained_and_one_that_is_not_goes_by_what_was_expected()
    {
        Assert.Equal(TargetStatus.Attained, Comparer.Compare(Until(Some.Ratio, 12, Sum(95), Sum(100)), Target(TargetKind.AtLeast, lower: 95_000_000)).Status);
        Assert.Equal(TargetStatus.OnCourse, Comparer.Compare(Until(Some.Ratio, 12, Sum(94), Sum(100)), Target(TargetKind.AtLeast, lower: 95_000_000)).Status);
        Assert.Equal(TargetStatus.OnCourse, Comparer.Compare(Until(Some.Ratio, 11, Sum(95), Sum(100)), Target(TargetKind.AtLeast, lower: 95_000_000)).Status);
    }

    [Fact]
    public void Thresholds_are_those_of_the_indicator()
    {
        Indicator strict = Indicator(FormulaKind.Amount) with { Thresholds = new StatusThresholds(120, 110, 100) };
        ComparedUnit unit = Until(Some.Amount, 6, Sum(105)) with { Formula = new Formula(strict, Revenue) };

        Assert.Equal(TargetStatus.AtRisk, Comparer.Compare(unit, Target(TargetKind.AtLeast, lower: 200)).Status);
    }

    [Fact]
    public void What_cannot_be_assessed_yet_says_why()
    {
        TargetReading target = Target(TargetKind.AtLeast, lower: 200);

        Assert.Equal(Gap.NotReported, Comparer.Compare(Until(Some.Amount, 6, Nothing), target).StatusGap);
        Assert.Equal(Gap.NoMonthEnded, Comparer.Compare(Until(Some.Amount, 1, Sum(5)) with { AsOf = new DateOnly(2020, 1, 30) }, target).StatusGap);
        Assert.Equal(Gap.OverZero, Comparer.Compare(Until(Some.Ratio, 6, Sum(5), Sum(0)), target).StatusGap);
        Assert.Equal(Gap.NothingBefore, Comparer.Compare(
            Until(Some.Amount, 6, Sum(5)), target with { Course = new TargetCourse(CourseKind.LastYear, []) }).StatusGap);
        Assert.Equal(Gap.NothingBefore, Comparer.Compare(Until(Some.Ratio, 6, Sum(5), Sum(9)), Target(TargetKind.Increase)).StatusGap);
        Assert.Equal(Gap.NotJudged, Comparer.Compare(Until(Some.Ratio, 6, Sum(5), Sum(9)), Target(TargetKind.Qualitative)).StatusGap);
        Assert.Equal(Gap.NothingInherited, Comparer.Compare(Until(Some.Ratio, 6, Sum(5), Sum(9)), Target(TargetKind.Inherited)).StatusGap);
    }

    [Fact]
    public void A_status_never_falls_as_the_value_goes_in_the_direction_of_the_target() => Gen.Select(
        Gen.OneOf(Gen.Const(TargetKind.AtLeast), Gen.Const(TargetKind.MoreThan), Gen.Const(TargetKind.AtMost), Gen.Const(TargetKind.LessThan)),
        Gen.OneOf(Gen.Const(Some.Amount), Gen.Const(Some.Level), Gen.Const(Some.Growth)), Gen.Int[1, 12], Gen.Long[-30, 30], Gen.Long[-60, 60], Gen.Long[0, 20], Gen.Int[1, 10]).Sample(
        (kind, formula, month, bound, value, better, before) =>
        {
            bool isUpper = kind is TargetKind.AtMost or TargetKind.LessThan;
            long scaled = formula == Some.Growth ? bound * 1_000_000 : bound;
            TargetReading target = Target(kind, isUpper ? null : scaled, isUpper ? scaled : null);
            TargetComparison Of(long v) => Comparer.Compare(
                formula == Some.Growth ? Until(formula, month, Sum(v), Sum(before)) : Until(formula, month, Sum(v)), target);

            TargetComparison less = Of(value);
            TargetComparison more = Of(isUpper ? value - better : value + better);
            Assert.True(more.Status >= less.Status, $"{kind} {bound}: {less.Status} at {value}, {more.Status} when better by {better}");
            Assert.True(more.Finding.Verdict == Verdict.Met || less.Finding.Verdict == Verdict.NotMet);
        });
}
