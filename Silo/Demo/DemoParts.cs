namespace Units.Silo.Demo;

/// <summary>How much of the year's plan each unit of the demo country gets.</summary>
internal sealed class DemoParts(DemoCountry country, DemoFigures figures)
{
    // A province seldom allots exactly what it was assigned: most more, some less.
    private const double MostApart = 0.04;

    // So many do.
    private const double Exactly = 0.4;

    /// <summary>By place: what each commune gets, what its province is assigned, and at 0 the sum of those.</summary>
    public decimal[] Of(DemoIndicator indicator)
    {
        DemoMeasure measure = DemoCatalogue.Measure(indicator.Numerator);
        decimal[] parts = new decimal[country.Units.Count];
        if (indicator.Denominator is not null)
        {
            Array.Fill(parts, (decimal)indicator.Target);
            return parts;
        }

        foreach (DemoUnit commune in country.Communes)
        {
            decimal least = measure.Scale == 0 ? 1 : 0.001m;
            parts[commune.Place] = Math.Max(Scaled(indicator, (decimal)(figures.Yearly(commune, measure) * indicator.Target)), least);
            parts[commune.Parent] += parts[commune.Place];
        }

        foreach (DemoUnit province in country.Provinces)
        {
            double chance = figures.Chance(province.Place, indicator.Id, -4);
            double apart = chance < Exactly ? 0 : MostApart * (((chance - Exactly) / (1 - Exactly)) - 0.3);
            parts[province.Place] = Scaled(indicator, parts[province.Place] * (decimal)(1 - apart));
            parts[0] += parts[province.Place];
        }

        return parts;
    }

    /// <summary>A figure in the decimals of an indicator.</summary>
    public static decimal Scaled(DemoIndicator indicator, decimal value) =>
        indicator.Denominator is null ? Math.Round(value, DemoCatalogue.Measure(indicator.Numerator).Scale) : Math.Round(value, 2);
}
