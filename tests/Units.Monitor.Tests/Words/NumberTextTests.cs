using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Words;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1234.5", 1, "1.234,5", "1,234.5")]
    [InlineData("0", 2, "0", "0")]
    [InlineData("-0.04", 1, "0", "0")]
    [InlineData("1000000", 0, "1.000.000", "1,000,000")]
    [InlineData("2.50", 2, "2,5", "2.5")]
    [InlineData("0.25", 1, "0,3", "0.3")]
    public void A_number_is_written_as_people_write_it(string value, int decimals, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, NumberText.Of(Number(value), decimals, Language.Vi));
        Assert.Equal(english, NumberText.Of(Number(value), decimals, Language.En));
    }

    [Fact]
    public void A_per_cent_has_one_decimal_and_no_space()
    {
        Assert.Equal("87,3%", NumberText.Percent(87.345m, Language.Vi));
        Assert.Equal("87.3%", NumberText.Percent(87.345m, Language.En));
        Assert.Equal("89,0%", NumberText.Percent(89m, Language.Vi));
    }

    [Theory]
    [InlineData("99.97", "99.9")]
    [InlineData("94.96", "94.9")]
    [InlineData("100", "100")]
    [InlineData("100.04", "100.0")]
    [InlineData("87.36", "87.4")]
    [InlineData("0.04", "0.0")]
    public void What_has_not_come_to_a_whole_per_cent_is_not_said_to_have(string percent, string reached) =>
        Assert.Equal(Number(reached), NumberText.Reached(Number(percent)));

    [Theory]
    [InlineData("14.9", "4", "15", "tỷ đồng")]
    [InlineData("114900", "25000", "114,9", "nghìn tỷ đồng")]
    [InlineData("25000", "25000", "25,0", "nghìn tỷ đồng")]
    [InlineData("114900", "4", "114.900", "tỷ đồng")]
    [InlineData("-0.01", "25000", "0,0", "nghìn tỷ đồng")]
    [InlineData("20", "1500", "0,02", "nghìn tỷ đồng")]
    [InlineData("0", "1500", "0,0", "nghìn tỷ đồng")]
    [InlineData("0.04", "4", "0,04", "tỷ đồng")]
    public void In_a_column_all_numbers_have_the_scale_of_the_smallest_and_as_many_decimals(string value, string smallest, string number, string unit) =>
        Assert.Equal((number, unit), NumberText.InColumn(Number(value), Number(smallest), 0, "tỷ đồng", Language.Vi));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
