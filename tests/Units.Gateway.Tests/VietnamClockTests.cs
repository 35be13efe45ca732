using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Requests;

namespace Units.Gateway.Tests;

public sealed class VietnamClockTests
{
    [Theory]
    [InlineData("2026-11-22T05:00:00Z", "2026-11", "2026-12")]
    [InlineData("2026-11-14T16:59:59Z", "2026-11", "2026-11")]
    [InlineData("2026-11-14T17:00:00Z", "2026-11", "2026-12")]
    [InlineData("2026-10-31T17:00:00Z", "2026-11", "2026-11")]
    [InlineData("2026-12-15T00:00:00Z", "2026-12", "2027-01")]
    public void The_month_turns_in_Vietnam_and_the_administrative_one_on_the_15th(string utc, string civil, string administrative)
    {
        VietnamClock clock = new(new FakeTimeProvider(DateTimeOffset.Parse(utc, null)));

        Assert.Equal(civil, clock.CurrentMonth(MonthCalendar.Civil).ToString());
        Assert.Equal(administrative, clock.CurrentMonth(MonthCalendar.Administrative).ToString());
    }
}
