using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Words;

public sealed class FigureScaleTests
{
    [Theory]
    [InlineData("1234.5", "tỷ đồng", "1,23 nghìn tỷ đồng", "1.23 trillion VND")]
    [InlineData("999.5", "tỷ đồng", "999,5 tỷ đồng", "999.5 billion VND")]
    [InlineData("2500000", "tỷ đồng", "2,50 triệu tỷ đồng", "2.50 quadrillion VND")]
    [InlineData("34000", "triệu đồng", "34,0 tỷ đồng", "34.0 billion VND")]
    [InlineData("1200000000", "đồng", "1,20 tỷ đồng", "1.20 billion VND")]
    [InlineData("12345678", "người", "12,3 triệu người", "12.3 million people")]
    [InlineData("0.04", "tỷ đồng", "0,04 tỷ đồng", "0.04 billion VND")]
    [InlineData("87.25", "%", "87,3%", "87.3%")]
    public void A_long_number_is_scaled_by_words(string value, string unitOfMeasure, string vietnamese, string english)
    {
        FigureScale scale = FigureScale.Of([Number(value)], [], 1, unitOfMeasure);

        Assert.Equal(vietnamese, scale.Amount(Number(value), Language.Vi));
        Assert.Equal(english, scale.Amount(Number(value), Language.En));
    }

    [Fact]
    public void A_value_and_its_target_have_one_unit_and_as_many_decimals_and_neither_begins_with_a_zero()
    {
        Assert.Equal(["3,20 triệu tỷ đồng", "3,85 triệu tỷ đồng"], Written("tỷ đồng", 1, 3_200_000, 3_850_000));
        Assert.Equal(["1.100,0 tỷ đồng", "960,0 tỷ đồng"], Written("tỷ đồng", 1, 1_100, 960));
        Assert.Equal(["9,00 triệu lượt khách", "120,60 triệu lượt khách"], Written("lượt khách", 0, 9_000_000, 120_600_000));
        Assert.Equal(["171.390 doanh nghiệp", "192.549 doanh nghiệp"], Written("doanh nghiệp", 0, 171_390, 192_549));
    }

    [Theory]
    [InlineData("1476900", "1533300", "1.477 nghìn tỷ đồng, 1.533 nghìn tỷ đồng, 56 nghìn tỷ đồng")]
    [InlineData("1842461", "1815300", "1.842 nghìn tỷ đồng, 1.815 nghìn tỷ đồng, 27 nghìn tỷ đồng")]
    [InlineData("1842461", "1842061", "1.842,46 nghìn tỷ đồng, 1.842,06 nghìn tỷ đồng, 0,40 nghìn tỷ đồng")]
    [InlineData("27213.4", "27992.6", "27.213,4 tỷ đồng, 27.992,6 tỷ đồng, 779,2 tỷ đồng")]
    [InlineData("100", "100.04", "100,00 tỷ đồng, 100,04 tỷ đồng, 0,04 tỷ đồng")]
    public void Two_figures_and_their_difference_are_in_one_scale_and_their_digits_subtract(string one, string other, string written)
    {
        (decimal a, decimal b) = (Number(one), Number(other));
        FigureScale scale = FigureScale.Of([a, b], [a - b], 1, "tỷ đồng");

        Assert.Equal(written, $"{scale.Amount(a, Language.Vi)}, {scale.Amount(b, Language.Vi)}, {scale.AmountBetween(a, b, Language.Vi)}");
    }

    [Fact]
    public void Whatever_the_figures_who_subtracts_what_is_written_comes_to_the_difference_that_is_written()
    {
        Random random = new(1);
        for (int i = 0; i < 10_000; i++)
        {
            decimal a = Math.Round((decimal)Math.Pow(10, 7 * random.NextDouble()), 3);
            decimal b = Math.Round(a * (decimal)(0.5 + random.NextDouble()), 3);
            FigureScale scale = FigureScale.Of([a, b], [a - b], 1, "tỷ đồng");
            string between = scale.Between(a, b, Language.En);
            if (!between.StartsWith('<'))
            {
                Assert.Equal(Math.Abs(Number(scale.Number(a, Language.En)) - Number(scale.Number(b, Language.En))), Number(between));
            }
        }
    }

    [Fact]
    public void What_differs_by_less_than_is_written_does_not_differ_by_nothing()
    {
        FigureScale scale = FigureScale.Of([1.5999m, 1.6m], [0.0001m], 2, "%");

        Assert.Equal("< 0,01", scale.Between(1.5999m, 1.6m, Language.Vi));
        Assert.Equal("0,00", scale.Between(1.6m, 1.6m, Language.Vi));
    }

    [Fact]
    public void A_bound_of_a_rate_that_was_set_without_decimals_is_written_without()
    {
        FigureScale scale = FigureScale.Of([78.19m, 80m], [], 2, "%");

        Assert.Equal(["80%", "75,60%", "80,00%"], [scale.Bound(80m, Language.Vi), scale.Bound(75.6m, Language.Vi), scale.Amount(80m, Language.Vi)]);
    }

    [Theory]
    [InlineData(400_000_000, 1_839_960_000_000_000)]
    [InlineData(500_000, 1_839_960_000_000_000)]
    public void What_is_not_nothing_is_not_written_as_nothing_beside_a_target_a_million_times_as_large(long value, long target)
    {
        FigureScale scale = FigureScale.Of([value, target], [target - value], 0, "đồng");

        Assert.Contains(scale.Number(value, Language.Vi), digit => digit is >= '1' and <= '9');
    }

    private static string[] Written(string unitOfMeasure, int decimals, params decimal[] figures)
    {
        FigureScale scale = FigureScale.Of([.. figures.Select(f => (decimal?)f)], [], decimals, unitOfMeasure);
        return [.. figures.Select(f => scale.Amount(f, Language.Vi))];
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
