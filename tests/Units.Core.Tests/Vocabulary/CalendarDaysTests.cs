using CsCheck;
using Xunit;

namespace Units.Core.Tests.Vocabulary;

/// <summary>The days of months, civil and administrative.</summary>
public sealed class CalendarDaysTests
{
    private static readonly Gen<MonthRange> Ranges =
        from first in Gen.Int[Month.MinValue.Number + 1, Month.MaxValue.Number - MonthRange.MaxLength]
        from length in Gen.Int[0, MonthRange.MaxLength - 1]
        select new MonthRange(Month.FromNumber(first), Month.FromNumber(first + length));

    [Theory]
    [InlineData("2025-07", MonthCalendar.Civil, "2025-07-01", "2025-07-31")]
    [InlineData("2025-07", MonthCalendar.Administrative, "2025-06-15", "2025-07-14")]
    [InlineData("2025", MonthCalendar.Administrative, "2024-12-15", "2025-12-14")]
    [InlineData("2025-01/2025-06", MonthCalendar.Administrative, "2024-12-15", "2025-06-14")]
    [InlineData("2024-02", MonthCalendar.Civil, "2024-02-01", "2024-02-29")]
    public void A_range_has_the_days_of_its_calendar(string text, MonthCalendar calendar, string first, string last)
    {
        Assert.True(MonthRange.TryParse(text, out MonthRange range));
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), CalendarDays.Of(range, calendar));
    }

    [Fact]
    public void Months_that_follow_one_another_leave_no_day_out_and_share_none() => Ranges.Sample(range =>
    {
        foreach (MonthCalendar calendar in Enum.GetValues<MonthCalendar>())
        {
            MonthRange next = new(range.To.Plus(1), range.To.Plus(1));
            Assert.Equal(CalendarDays.Of(range, calendar).Last.AddDays(1), CalendarDays.Of(next, calendar).First);
        }
    });
}
