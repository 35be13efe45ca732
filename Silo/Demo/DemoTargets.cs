using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Writes the year's plan: each commune's part, what the provinces were assigned, and what the country is to reach.</summary>
internal sealed class DemoTargets(DemoCountry country, DemoFigures figures, int year)
{
    // A province seldom allots exactly what it was assigned: most more, some less.
    private const double MostApart = 0.04;

    /// <summary>The targets, those of communes first.</summary>
    public IEnumerable<V1.AssignTargetRequest> All()
    {
        foreach (DemoIndicator indicator in DemoCatalogue.Indicators)
        {
            DemoMeasure measure = DemoCatalogue.Measure(indicator.Numerator);
            decimal[] sums = new decimal[country.Units.Count];
            foreach (DemoUnit commune in country.Communes)
            {
                decimal part = indicator.Denominator is null
                    ? Math.Max(Math.Round((decimal)(figures.Yearly(commune, measure) * indicator.Target), measure.Scale), measure.Scale == 0 ? 1 : 0.001m)
                    : (decimal)indicator.Target;
                sums[commune.Parent] += part;
                yield return Of(commune, indicator, part);
            }

            foreach (DemoUnit province in country.Provinces)
            {
                double apart = 1 - (MostApart * (figures.Chance(province.Place, indicator.Id, -4) - 0.3));
                decimal whole = indicator.Denominator is null ? Math.Round(sums[province.Place] * (decimal)apart, measure.Scale) : (decimal)indicator.Target;
                sums[0] += whole;
                yield return Of(province, indicator, whole);
            }

            yield return Of(country.Units[0], indicator, indicator.Denominator is null ? sums[0] : (decimal)indicator.Target);
        }
    }

    private V1.AssignTargetRequest Of(DemoUnit unit, DemoIndicator indicator, decimal value) => new()
    {
        Unit = unit.Id,
        Source = DemoReports.Source,
        RequestId = $"plan-{year}-{indicator.Id}",
        Indicator = indicator.Id,
        Range = year.ToString("D4", CultureInfo.InvariantCulture),
        Bound = indicator.AtMost ? V1.Bound.AtMost : V1.Bound.AtLeast,
        Value = value.ToString(CultureInfo.InvariantCulture),
    };
}
