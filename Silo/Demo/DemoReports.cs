using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Writes figures as reports. What is sent under an id is the same on whatever day the demo is started.</summary>
internal sealed class DemoReports(DemoCountry country, DemoFigures figures)
{
    /// <summary>The source of everything: its name says what it is.</summary>
    public const string Source = "du-lieu-gia-lap";

    private const double Late = 0.04;

    private const double VeryLate = 0.006;

    private const int MeasuresAtOnce = 2;

    // What another measure is a share of is not among them: the share would fall with each report.
    private static readonly DemoMeasure[] Amounts =
    [
        .. DemoCatalogue.Measures.Where(m => m is { IsStock: false, Whole: null } && m.Season != DemoSeason.January
            && !DemoCatalogue.Measures.Any(part => part.Whole == m.Id)),
    ];

    /// <summary>Every month of every commune so far, a report each; some have not yet sent the month that runs, a few not even the one before.</summary>
    public IEnumerable<V1.SubmitReportRequest> All(DateOnly today)
    {
        for (int at = 1; at <= today.Month; at++)
        {
            foreach (DemoUnit commune in country.Communes)
            {
                if (at < today.Month - 1 || figures.Chance(commune.Place, "late", 0) >= (at < today.Month ? VeryLate : Late))
                {
                    yield return Of(commune, at, today);
                }
            }
        }
    }

    /// <summary>True where a commune has not sent the month that runs.</summary>
    public bool IsLate(DemoUnit commune) => figures.Chance(commune.Place, "late", 0) < Late;

    /// <summary>A commune's report of a month of the year of today.</summary>
    public V1.SubmitReportRequest Of(DemoUnit commune, int at, DateOnly today)
    {
        bool isRunning = at == today.Month;
        // A month that runs has come to something else each day, and each day is a report of its own.
        V1.SubmitReportRequest report = New(commune, MonthText(at, today) + (isRunning ? string.Create(CultureInfo.InvariantCulture, $"-{today.Day:00}") : ""));
        double over = isRunning ? today.Day / (double)DateTime.DaysInMonth(today.Year, today.Month) : 1;
        foreach (DemoMeasure measure in DemoCatalogue.Measures)
        {
            // Levels are told once a quarter, what was assigned in January.
            if ((measure.IsStock && at % 3 != 1 && !isRunning) || (measure.Season == DemoSeason.January && at > 1))
            {
                continue;
            }

            double figure = figures.Monthly(commune, measure, at, over);
            report.Entries.Add(new V1.Entry { Measure = measure.Id, Month = MonthText(at, today), Set = figures.Text(figure, commune, measure, at) });
        }

        return report;
    }

    /// <summary>A little more in the month that runs: of all that a commune sends in a day, so much as a day brings. Without entries where it is nothing.</summary>
    /// <param name="commune">The commune.</param>
    /// <param name="id">The id of the report.</param>
    /// <param name="today">The day.</param>
    /// <param name="reportsADay">How many such reports a commune sends in a day.</param>
    /// <param name="random">What it is drawn from.</param>
    public V1.SubmitReportRequest More(DemoUnit commune, string id, DateOnly today, double reportsADay, Random random)
    {
        V1.SubmitReportRequest report = New(commune, id);
        double reportsOfMeasure = reportsADay * MeasuresAtOnce / Amounts.Length;
        DemoMeasure[] drawn = [.. Amounts];
        random.Shuffle(drawn);
        foreach (DemoMeasure measure in drawn.Take(MeasuresAtOnce))
        {
            double more = figures.Yearly(commune, measure) / 365 / reportsOfMeasure * (0.5 + random.NextDouble());
            // Its smallest parts are rounded up or down by chance: always up, a commune would have an accident a minute.
            double parts = Math.Floor((more * Math.Pow(10, measure.Scale)) + random.NextDouble());
            if (parts > 0)
            {
                decimal amount = (decimal)parts / (decimal)Math.Pow(10, measure.Scale);
                report.Entries.Add(new V1.Entry { Measure = measure.Id, Month = MonthText(today.Month, today), Add = amount.ToString(CultureInfo.InvariantCulture) });
            }
        }

        return report;
    }

    private static V1.SubmitReportRequest New(DemoUnit commune, string id) => new() { Unit = commune.Id, Source = Source, ReportId = id };

    private static string MonthText(int at, DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"{today.Year:0000}-{at:00}");
}
