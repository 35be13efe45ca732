using Units.LoadTest.Countries;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class CountryTests
{
    [Fact]
    public void Since_July_2025_there_are_34_provinces_and_3321_communes()
    {
        Country country = OfficialCountry.Since2025();
        Assert.Equal(34, country.Children[0].Count);
        Assert.Equal(3_321, country.Wards.Count);
        Assert.Equal(3, country.Levels);
    }

    [Fact]
    public void Before_July_2025_there_were_63_provinces_696_districts_and_10051_communes()
    {
        Country country = OfficialCountry.Before2025();
        Assert.Equal(63, country.Children[0].Count);
        int[] districts = [.. country.Children[0].SelectMany(p => country.Children[p])];
        Assert.Equal(696, districts.Length);
        Assert.Equal(10_051, districts.Sum(d => country.Children[d].Count));
        Assert.Equal(10_051 + districts.Count(d => country.Children[d].Count == 0), country.Wards.Count);
    }

    [Fact]
    public void A_synthetic_country_has_its_fan_out_on_each_level()
    {
        Assert.True(SyntheticCountry.TryParse("10x20x50", out Country? country));
        Assert.Equal((1 + 10 + 200 + 10_000, 10_000, 4), (country!.Units.Count, country.Wards.Count, country.Levels));
        Assert.Equal(country.Units.Count, country.Units.Select(u => u.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("10x")]
    [InlineData("0x3")]
    [InlineData("-1")]
    [InlineData("since-2026")]
    public void What_is_no_country_is_refused_with_the_names_there_are(string name) =>
        Assert.Contains("since-2025", Assert.Throws<ArgumentException>(() => CountryNames.Of(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_id_is_one_that_Units_takes_and_every_kind_is_said()
    {
        foreach (CountryUnit unit in OfficialCountry.Since2025().Units.Concat(OfficialCountry.Before2025().Units).Concat(SyntheticCountry.Of(2, 2).Units))
        {
            Assert.Matches("^[a-z][a-z0-9-]{2,62}$", unit.Id);
            Assert.NotEqual(V1.UnitKind.Unspecified, unit.Kind);
        }
    }

    [Fact]
    public void What_wards_have_rolls_up_to_the_root()
    {
        Country country = SyntheticCountry.Of(2, 3);
        long[] amounts = new long[country.Units.Count];
        foreach (int ward in country.Wards)
        {
            amounts[ward] = 7;
        }

        country.RollUp(amounts);
        Assert.Equal((42, 21), (amounts[0], amounts[country.Children[0][0]]));
        Assert.Equal(country.Wards, country.WardsBelow(0).Order());
    }
}
