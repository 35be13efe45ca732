using Units.Gateway.Monitor.Reading;

namespace Units.Monitor.Tests;

public sealed class StandingTests
{
    [Theory]
    [InlineData(53, Status.Ahead)]
    [InlineData(48, Status.OnCourse)]
    [InlineData(41, Status.AtRisk)]
    [InlineData(39, Status.Behind)]
    [InlineData(100, Status.Attained)]
    public void Half_way_through_a_plan_of_100_half_of_it_is_expected(int value, Status status) =>
        Assert.Equal(status, Standing.Of(value, 100, Bound.AtLeast, grows: true, 0.5m).Status);

    [Theory]
    [InlineData(40, Status.Ahead)]
    [InlineData(51, Status.OnCourse)]
    [InlineData(60, Status.AtRisk)]
    [InlineData(70, Status.Behind)]
    public void Where_lower_is_better_less_than_expected_is_ahead(int value, Status status) =>
        Assert.Equal(status, Standing.Of(value, 100, Bound.AtMost, grows: true, 0.5m).Status);

    [Fact]
    public void What_must_stay_below_is_attained_only_at_the_end()
    {
        Assert.NotEqual(Status.Attained, Standing.Of(10, 100, Bound.AtMost, grows: true, 0.9m).Status);
        Assert.Equal(Status.Attained, Standing.Of(99, 100, Bound.AtMost, grows: true, 1).Status);
    }

    [Fact]
    public void A_ratio_is_held_to_its_whole_target_from_the_first_day() =>
        Assert.Equal(Status.OnCourse, Standing.Of(94, 98, Bound.AtLeast, grows: false, 0.1m).Status);

    [Fact]
    public void What_is_missing_has_no_status_and_says_why()
    {
        Assert.Equal(NoStatus.NotReported, Standing.Of(null, 100, Bound.AtLeast, grows: true, 0.5m).Why);
        Assert.Equal(NoStatus.NoTarget, Standing.Of(5, null, Bound.AtLeast, grows: true, 0.5m).Why);
        Assert.Equal(NoStatus.NotBegun, Standing.Of(5, 100, Bound.AtLeast, grows: true, 0).Why);
        Assert.Equal(Status.NotAssessable, Standing.Of(null, 100, Bound.AtLeast, grows: true, 0.5m).Status);
    }
}
