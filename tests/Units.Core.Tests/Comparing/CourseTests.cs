using CsCheck;
using static Units.Core.Tests.Comparing.Some;

namespace Units.Core.Tests.Comparing;

public class CourseTests
{
    [Theory]
    [InlineData(MonthCalendar.Civil, "2020-01-30", 0)]
    [InlineData(MonthCalendar.Civil, "2020-01-31", 1)]
    [InlineData(MonthCalendar.Civil, "2020-07-15", 6)]
    [InlineData(MonthCalendar.Administrative, "2020-01-14", 1)]
    [InlineData(MonthCalendar.Administrative, "2020-07-13", 6)]
    [InlineData(MonthCalendar.Administrative, "2020-07-14", 7)]
    [InlineData(MonthCalendar.Civil, "2025-01-01", 12)]
    [InlineData(MonthCalendar.Civil, "2019-01-01", 0)]
    public void Months_end_on_their_own_calendar(MonthCalendar calendar, string day, int elapsed) =>
        Assert.Equal(elapsed, Course.Elapsed(Year, calendar, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Steps_by_hand_may_be_months_or_quarters_and_shares_or_amounts()
    {
        TargetReading target = Target(TargetKind.AtLeast, lower: 200);
        Course quarters = Of(target with { Course = new TargetCourse(CourseKind.Shares, Amounts(100_000, 400_000, 700_000, 1_000_000)) });
        Assert.Equal((new Fraction(1, 30), new Fraction(1, 10), new Fraction(1, 5), Fraction.One), (quarters.Share(1), quarters.Share(3), quarters.Share(4), quarters.Share(12)));

        Course amounts = Of(target with { Course = new TargetCourse(CourseKind.Amounts, Amounts(50, 200)) });
        Assert.Equal((new Fraction(1, 4), new Fraction(3, 8)), (amounts.Share(6), amounts.Share(7)));
    }

    [Fact]
    public void The_shape_of_the_year_before_is_followed()
    {
        TargetReading target = Target(TargetKind.AtLeast, lower: 200) with
        {
            Course = new TargetCourse(CourseKind.LastYear, []),
            Shape = [.. Enumerable.Range(1, 12).Select(m => Sum(m))],
        };

        Assert.Equal(new Fraction(21, 78), Of(target).Share(6));
        Assert.Null(Course.Of(target with { Shape = [.. Enumerable.Repeat(Nothing, 12)] }, accumulates: true, MonthCalendar.Civil));
    }

    [Fact]
    public void What_does_not_accumulate_is_expected_whole_from_the_first_month_on() =>
        Assert.Equal(Fraction.One, Course.Of(Target(TargetKind.AtLeast, lower: 95), accumulates: false, MonthCalendar.Civil)!.Share(1));

    [Theory]
    [InlineData(120, "2020-10-31", "240")]
    [InlineData(100, "2020-12-31", "200")]
    [InlineData(60, "2021-08-31", "120")]
    [InlineData(0, null, "0")]
    public void At_the_current_pace_a_target_is_met_on_a_day(long value, string? day, string projected)
    {
        TargetComparison compared = Comparer.Compare(Until(Some.Amount, 6, Sum(value)), Target(TargetKind.AtLeast, lower: 200));

        // 200 ÷ (120 ÷ 6) is 10 months: the end of October; the course within the year says the same to the day.
        Assert.Equal(day, compared.MetOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(projected, compared.Projected!.Value.Rounded(0));
    }

    [Fact]
    public void A_day_within_the_months_is_told_only_where_the_value_comes_to_the_bound_by_their_end() =>
        Gen.Select(Gen.Long[1, 400], Gen.Int[1, 11], Gen.Long[0, 9].Array[12].Where(months => months[0] > 0)).Sample((value, elapsed, months) =>
        {
            long sum = 0;
            TargetReading target = Target(TargetKind.AtLeast, lower: 200) with { Course = new TargetCourse(CourseKind.Amounts, Amounts([.. months.Select(m => sum += m)])) };
            TargetComparison compared = Comparer.Compare(Until(Some.Amount, elapsed, Sum(value)), target);
            if (value < 200)
            {
                bool isWithin = compared.Projected!.Value >= new Fraction(200, 1);
                Assert.Equal(isWithin, compared.MetOn is { } day && day <= new DateOnly(2020, 12, 31));
            }
        }, iter: 500);

    [Fact]
    public void At_the_current_pace_an_upper_bound_is_passed_on_a_day()
    {
        TargetComparison compared = Comparer.Compare(Until(Some.Amount, 6, Sum(120)), Target(TargetKind.AtMost, upper: 200));

        Assert.Equal((new DateOnly(2020, 10, 31), null), (compared.MissedOn, compared.MetOn));
        Assert.Null(Comparer.Compare(Until(Some.Amount, 6, Sum(100)), Target(TargetKind.AtMost, upper: 200)).MissedOn);
    }

    [Fact]
    public void A_course_never_falls_and_ends_with_the_whole() => Gen.Long[0, 9].Array[12].Where(steps => steps.Sum() > 0).Sample(steps =>
    {
        long sum = 0;
        Course course = Of(Target(TargetKind.AtLeast, lower: 1) with { Course = new TargetCourse(CourseKind.Amounts, Amounts([.. steps.Select(s => sum += s)])) });
        Assert.All(Enumerable.Range(2, 11), month => Assert.True(course.Share(month) >= course.Share(month - 1)));
        Assert.Equal(Fraction.One, course.Share(12));
    });

    private static Course Of(TargetReading target) => Course.Of(target, accumulates: true, MonthCalendar.Civil)!;

    private static System.Collections.Immutable.ImmutableArray<Amount> Amounts(params long[] amounts) => [.. amounts.Select(a => new Amount(a))];
}
