using Units.Gateway.Errors;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Words;

public sealed class TimeTextTests
{
    [Fact]
    public void A_moment_is_written_with_the_day_first_in_the_time_of_Vietnam()
    {
        DateTimeOffset moment = new(2026, 11, 22, 8, 4, 5, TimeSpan.Zero);

        Assert.Equal("22/11/2026 15:04", TimeText.Moment(moment));
        Assert.Equal("15:04:05", TimeText.Clock(moment));
    }

    [Theory]
    [InlineData("2026", "năm 2026", "year 2026")]
    [InlineData("2026-11", "tháng 11/2026", "Nov 2026")]
    [InlineData("2026-Q3", "quý III/2026", "quarter III of 2026")]
    [InlineData("2026-01/2026-06", "6 tháng đầu năm 2026", "first 6 months of 2026")]
    [InlineData("2026-01/2026-09", "9 tháng đầu năm 2026", "first 9 months of 2026")]
    [InlineData("2026-01/2030-12", "giai đoạn 2026–2030", "2026–2030")]
    [InlineData("2026-03/2026-07", "từ tháng 3/2026 đến tháng 7/2026", "Mar 2026 to Jul 2026")]
    public void A_period_is_called_what_people_call_it(string range, string vietnamese, string english)
    {
        Assert.True(MonthRange.TryParse(range, out MonthRange months));
        Assert.Equal(vietnamese, TimeText.Period(months, Language.Vi));
        Assert.Equal(english, TimeText.Period(months, Language.En));
    }

    [Fact]
    public void A_day_has_its_name_in_both_languages()
    {
        DateOnly day = new(2026, 11, 28);

        Assert.Equal("Thứ Bảy, 28/11/2026", TimeText.LongDay(day, Language.Vi));
        Assert.Equal("Saturday, 28/11/2026", TimeText.LongDay(day, Language.En));
    }

    [Fact]
    public void What_came_on_another_day_is_told_with_its_day()
    {
        DateTimeOffset moment = new(2026, 11, 27, 8, 4, 5, TimeSpan.Zero);

        Assert.Equal("15:04", TimeText.Recent(moment, new DateOnly(2026, 11, 27)));
        Assert.Equal("27/11 15:04", TimeText.Recent(moment, new DateOnly(2026, 11, 28)));
    }

    [Theory]
    [InlineData(null, "2026-11")]
    [InlineData("2026", "2026-11")]
    [InlineData("2026-Q3", "2026-09")]
    [InlineData("2027", null)]
    public void Figures_go_up_to_the_month_that_runs_or_to_the_end_of_a_period_that_is_over(string? period, string? month)
    {
        MonthRange? range = period is not null && MonthRange.TryParse(period, out MonthRange months) ? months : null;

        Assert.Equal(month, TimeText.LastMonth(range, new DateOnly(2026, 11, 28))?.ToString());
    }
}
