using Units.LoadTest.Output;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class ThresholdTests
{
    private static readonly Dictionary<string, double> Figures = new() { ["p99_ack_ms"] = 50, ["unknown"] = 0 };

    [Theory]
    [InlineData("p99_ack_ms<50.1")]
    [InlineData("p99_ack_ms <= 50")]
    [InlineData("p99_ack_ms>=50")]
    [InlineData("p99_ack_ms>49")]
    [InlineData("unknown=0")]
    public void What_holds_breaks_nothing(string text) => Assert.Null(Threshold.Parse(text).Broken(Figures));

    [Theory]
    [InlineData("p99_ack_ms<50")]
    [InlineData("p99_ack_ms>50")]
    [InlineData("p99_ack_ms<=49.9")]
    [InlineData("unknown=1")]
    public void What_does_not_hold_is_told_with_the_value(string text)
    {
        Threshold threshold = Threshold.Parse(text);
        string broken = threshold.Broken(Figures)!;
        Assert.StartsWith(threshold.Metric, broken, StringComparison.Ordinal);
        Assert.Contains(threshold.Metric == "unknown" ? "is 0" : "is 50", broken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p99_ack_ms")]
    [InlineData("p99_ack_ms!50")]
    [InlineData("p99_ack_ms<fast")]
    [InlineData("<50")]
    public void What_is_no_threshold_is_refused_with_an_example(string text) =>
        Assert.Contains("p99_ack_ms<50", Assert.Throws<FormatException>(() => Threshold.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_figure_that_does_not_exist_is_refused_with_those_that_do() => Assert.Contains(
        "p99_ack_ms", Assert.Throws<FormatException>(() => Threshold.Parse("p98<1").Broken(Figures)).Message, StringComparison.Ordinal);
}
