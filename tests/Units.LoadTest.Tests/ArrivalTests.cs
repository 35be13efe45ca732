using Units.LoadTest.Load;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class ArrivalTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(100);

    [Theory]
    [InlineData(nameof(ArrivalKind.Constant))]
    [InlineData(nameof(ArrivalKind.Poisson))]
    [InlineData(nameof(ArrivalKind.MonthEnd))]
    public void The_mean_rate_is_the_one_asked_for_and_times_never_go_back(string kind)
    {
        double[] times = Times(Enum.Parse<ArrivalKind>(kind), seed: 1);
        Assert.InRange(times.Length, 49_000, 51_000);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.All(times, t => Assert.InRange(t, 0, Duration.TotalSeconds));
    }

    [Fact]
    public void The_same_seed_gives_the_same_times_and_another_gives_others()
    {
        Assert.Equal(Times(ArrivalKind.Poisson, seed: 1), Times(ArrivalKind.Poisson, seed: 1));
        Assert.NotEqual(Times(ArrivalKind.Poisson, seed: 1), Times(ArrivalKind.Poisson, seed: 2));
    }

    [Fact]
    public void Poisson_gaps_vary_as_much_as_they_are_long()
    {
        double[] times = Times(ArrivalKind.Poisson, seed: 3);
        double[] gaps = [.. times.Zip(times.Skip(1), (a, b) => b - a)];
        double mean = gaps.Average();
        double deviation = Math.Sqrt(gaps.Average(g => (g - mean) * (g - mean)));
        Assert.InRange(deviation / mean, 0.97, 1.03);
    }

    [Fact]
    public void At_a_months_end_three_fifths_come_in_the_last_fifth()
    {
        double[] times = Times(ArrivalKind.MonthEnd, seed: 4);
        Assert.InRange(times.Count(t => t > 0.8 * Duration.TotalSeconds) / (double)times.Length, 0.58, 0.62);
    }

    [Fact]
    public void A_surge_has_its_own_rate_and_the_time_around_it_keeps_its()
    {
        Surge surge = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), 2_000);
        double[] times = [.. Arrivals.Times(500, surge, Duration, new Random(5))];
        Assert.InRange(times.Count(t => t < 20), 9_500, 10_500);
        Assert.InRange(times.Count(t => t is >= 20 and < 50), 59_000, 61_000);
        Assert.InRange(times.Count(t => t >= 50), 24_000, 26_000);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
    }

    private static double[] Times(ArrivalKind kind, int seed) => [.. Arrivals.Times(kind, 500, Duration, new Random(seed))];
}
