using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Writes figures as reports.</summary>
internal sealed class DemoReports(DemoCountry country, DemoFigures figures, int year, int month, double over)
{
    /// <summary>The source of everything: its name says what it is.</summary>
    public const string Source = "du-lieu-gia-lap";

    private const double Late = 0.04;

    private const double VeryLate = 0.006;

    /// <summary>Every month of every commune so far, a report each; some have not yet sent the month that runs, a few not even the one before.</summary>
    public IEnumerable<V1.SubmitReportRequest> All()
    {
        for (int at = 1; at <= month; at++)
        {
            foreach (DemoUnit commune in country.Communes)
            {
                if (at < month - 1 || figures.Chance(commune.Place, "late", 0) >= (at < month ? VeryLate : Late))
                {
                    yield return Of(commune, at);
                }
            }
        }
    }

    /// <summary>A commune's report of a month.</summary>
    public V1.SubmitReportRequest Of(DemoUnit commune, int at)
    {
        V1.SubmitReportRequest report = New(commune, string.Create(CultureInfo.InvariantCulture, $"{year}-{at:00}"));
        foreach (DemoMeasure measure in DemoCatalogue.Measures)
        {
            // Levels are told once a quarter, what was assigned in January.
            if ((measure.IsStock && at % 3 != 1 && at != month) || (measure.Season == DemoSeason.January && at > 1))
            {
                continue;
            }

            double figure = figures.Monthly(commune, measure, at, at == month ? over : 1);
            report.Entries.Add(new V1.Entry { Measure = measure.Id, Month = MonthText(at), Set = figures.Text(figure, commune, measure, at) });
        }

        return report;
    }

    /// <summary>A little more in the month that runs, as a day brings it.</summary>
    /// <param name="commune">The commune.</param>
    /// <param name="id">The id of the report.</param>
    /// <param name="random">What it is drawn from.</param>
    public V1.SubmitReportRequest More(DemoUnit commune, string id, Random random)
    {
        V1.SubmitReportRequest report = New(commune, id);
        DemoMeasure[] amounts = [.. DemoCatalogue.Measures.Where(m => m is { IsStock: false, Whole: null } && m.Season != DemoSeason.January)];
        foreach (DemoMeasure measure in random.GetItems(amounts, 2).Distinct())
        {
            double day = figures.Yearly(commune, measure) / 365 * (0.5 + random.NextDouble());
            string amount = measure.Scale > 0
                ? Math.Round((decimal)day, measure.Scale).ToString(CultureInfo.InvariantCulture)
                : ((long)Math.Ceiling(day)).ToString(CultureInfo.InvariantCulture);
            report.Entries.Add(new V1.Entry { Measure = measure.Id, Month = MonthText(month), Add = amount });
        }

        return report;
    }

    private static V1.SubmitReportRequest New(DemoUnit commune, string id) => new() { Unit = commune.Id, Source = Source, ReportId = id };

    private string MonthText(int at) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{at:00}");
}
