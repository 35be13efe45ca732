using System.Globalization;
using Units.Silo.Demo;

namespace Units.Monitor.Tests.Figures;

public sealed class DemoReportsTests
{
    private static readonly DemoCountry Country = new(Path.Combine(AppContext.BaseDirectory, "data", "reference", "units-since-2025-07-01.csv"), "04");

    private static readonly DemoFigures Figures = new(Country, 2026);

    [Fact]
    public void What_is_sent_under_an_id_is_the_same_on_whatever_day_the_demo_is_started()
    {
        Dictionary<(string Unit, string Id), V1.SubmitReportRequest> sent = [];
        foreach (DateOnly day in new DateOnly[] { new(2026, 11, 28), new(2026, 11, 29), new(2026, 12, 1), new(2027, 1, 2) })
        {
            foreach (V1.SubmitReportRequest report in new DemoReports(Country, Figures).All(day))
            {
                (string Unit, string Id) key = (report.Unit, report.ReportId);
                Assert.Equal(sent.GetValueOrDefault(key, report), report);
                sent[key] = report;
            }
        }
    }

    [Theory]
    [InlineData("demo-revenue")]
    [InlineData("demo-visits")]
    public void What_arrives_in_a_day_is_what_a_day_brings(string id)
    {
        const int Reports = 20_000;
        DemoUnit commune = Country.Communes[0];
        DemoReports reports = new(Country, Figures);
        Random random = new(1);

        decimal more = Enumerable.Range(0, Reports)
            .SelectMany(n => reports.More(commune, $"live-{n}", new DateOnly(2026, 12, 1), Reports, random).Entries)
            .Where(e => e.Measure == id && e.Month == "2026-12")
            .Sum(e => decimal.Parse(e.Add, CultureInfo.InvariantCulture));

        double day = Figures.Yearly(commune, DemoCatalogue.Measure(id)) / 365;
        Assert.InRange((double)more, day * 0.7, day * 1.3);
    }
}
