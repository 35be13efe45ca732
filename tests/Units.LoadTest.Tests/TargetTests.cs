using Units.LoadTest.Load;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class TargetTests
{
    private const int Draws = 100_000;
    private static readonly int[] Wards = [.. Enumerable.Range(10, 100)];

    [Fact]
    public void Uniform_targets_report_equally_often()
    {
        Dictionary<int, int> counts = Draw(TargetChoice.Uniform, 1);
        Assert.Equal(Wards, counts.Keys.Order());
        Assert.All(counts.Values, n => Assert.InRange(n, 800, 1_200));
    }

    [Fact]
    public void With_Zipf_the_first_reports_twice_as_often_as_the_second_and_all_report()
    {
        int[] counts = [.. Draw(TargetChoice.Zipf, 2).Values.OrderDescending()];
        Assert.Equal(Wards.Length, counts.Length);
        Assert.InRange(counts[0] / (double)counts[1], 1.9, 2.1);
        Assert.InRange(counts[0] / (double)counts[9], 9, 11);
    }

    [Fact]
    public void One_hot_ward_takes_everything() => Assert.Single(Draw(TargetChoice.OneHot, 3));

    [Fact]
    public void The_same_seed_gives_the_same_targets() => Assert.Equal(Draw(TargetChoice.Zipf, 4), Draw(TargetChoice.Zipf, 4));

    private static Dictionary<int, int> Draw(TargetChoice choice, int seed)
    {
        Targets targets = new(Wards, choice, new Random(seed));
        return Enumerable.Range(0, Draws).Select(_ => targets.Next()).CountBy(w => w).ToDictionary();
    }
}
