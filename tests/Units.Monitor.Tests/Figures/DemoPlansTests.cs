using Units.Silo.Demo;

namespace Units.Monitor.Tests.Figures;

/// <summary>The plans of the demo country, and the decisions that they are issued by.</summary>
public sealed class DemoPlansTests
{
    private static readonly DemoCountry Country = new(Path.Combine(AppContext.BaseDirectory, "data", "reference", "units-since-2025-07-01.csv"), "04,79");

    [Fact]
    public void What_is_sent_under_an_id_is_the_same_at_every_start()
    {
        (DemoPlans once, DemoPlans again) = (Plans(2026), Plans(2026));

        Assert.Equal(once.OfCountry(), again.OfCountry());
        Assert.Equal(once.OfCouncils().SelectMany(p => p), again.OfCouncils().SelectMany(p => p));
        Assert.Equal(once.Amendments(), again.Amendments());
        Assert.Equal(once.ToProvinces(), again.ToProvinces());
        Assert.Equal(once.ToCommunes(), again.ToCommunes());
    }

    [Fact]
    public void Every_field_is_decided_on_under_a_number_of_its_own_and_every_indicator_belongs_to_one()
    {
        V1.Decision[] decisions = [.. Plans(2026).OfCountry().Select(p => p.Issue.Decision), .. Plans(2026).ToProvinces().Select(a => a.Decision).Distinct()];
        V1.Decision[] ofProvinces = [.. Plans(2026).ToCommunes().Select(a => a.Decision).Distinct()];

        Assert.Equal(decisions.Length, decisions.Select(d => (d.Number, d.Issuer)).Distinct().Count());
        Assert.Equal(2 * DemoField.All.Length, ofProvinces.Select(d => (d.Number, d.Issuer)).Distinct().Count());
        Assert.All(DemoCatalogue.Indicators, i => Assert.InRange(DemoField.PlaceOf(i.Field), 0, DemoField.All.Length - 1));
        Assert.All(decisions.Concat(ofProvinces), d => Assert.EndsWith($"({DemoPlans.Mark})", d.Issuer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, "912/2025/QH15", "2026-01-25")]
    [InlineData(2027, "912/2026/QH16", "2026-01-25")]
    public void The_country_is_bound_by_its_assembly_and_by_the_congress_and_not_by_a_council(int year, string number, string congress)
    {
        V1.Decision[] decisions = [.. Plans(year).OfCountry().Select(p => p.Issue.Decision)];

        Assert.Equal(number, decisions[0].Number);
        Assert.Equal(congress, decisions[^1].Date);
        Assert.All(decisions, d => Assert.Matches("^(Quốc hội|Thủ tướng Chính phủ|Đại hội đại biểu toàn quốc) ", d.Issuer));
    }

    private static DemoPlans Plans(int year) => new(Country, new DemoFigures(Country, 2026), year);
}
