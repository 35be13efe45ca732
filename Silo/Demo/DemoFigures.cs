using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Invents figures: each follows from the seed, the unit, the measure and the month alone, so that the same country comes out every time.</summary>
internal sealed class DemoFigures(DemoCountry country, int seed)
{
    private const int Months = 12;
    private const double SmallestSize = 0.35;

    // Provinces differ as they do in life: by most measures some are far behind, some ahead, and the country is a little below its plan.
    private const double Worst = 0.72;
    private const double Spread = 0.5;
    private const double OwnSpread = 0.14;

    private static readonly double[] Summer = [0.8, 0.9, 0.8, 1.0, 1.2, 1.5, 1.6, 1.3, 0.8, 0.7, 0.7, 0.7];
    private static readonly double[] Harvest = [0.3, 0.4, 0.8, 1.9, 2.0, 1.0, 0.6, 0.9, 1.6, 1.5, 0.7, 0.3];
    private static readonly double[] Late = [0.3, 0.4, 0.7, 0.8, 0.9, 1.1, 1.1, 1.1, 1.2, 1.3, 1.5, 1.6];

    /// <summary>What a commune planned for a year; of a stock, its level.</summary>
    public double Yearly(DemoUnit commune, DemoMeasure measure) => measure.Whole is { } whole
        ? Yearly(commune, DemoCatalogue.Measure(whole)) * measure.Share
        : measure.Yearly * Size(commune) * (0.7 + (0.6 * Chance(commune.Place, measure.Id, -1)));

    /// <summary>What a commune has in a month of the year, 1 to 12, of which a part is over.</summary>
    public double Monthly(DemoUnit commune, DemoMeasure measure, int month, double over)
    {
        double luck = Luck(commune, measure);
        double noise = 0.94 + (0.12 * Chance(commune.Place, measure.Id, month));
        if (measure.Whole is { } whole)
        {
            DemoMeasure of = DemoCatalogue.Measure(whole);
            double most = of.Season == DemoSeason.January
                ? Yearly(commune, of) * Season(measure.Season, month) / Months * over
                : Monthly(commune, of, month, over);
            // A share is at most the whole, and moves less than an amount does.
            double moved = 1 + ((luck - 1) * (measure.Share > 0.5 ? (1 - measure.Share) * 1.5 : 1)) + ((noise - 1) * 0.1);
            return Math.Min(measure.Share * moved, 1) * most;
        }

        return measure.Season switch
        {
            DemoSeason.Stock => Yearly(commune, measure) * (1 + (0.0004 * month)),
            DemoSeason.January => month == 1 ? Yearly(commune, measure) : 0,
            _ => Yearly(commune, measure) * Season(measure.Season, month) / Months * luck * noise * over,
        };
    }

    /// <summary>A figure as a decimal string. Small counts are rounded up or down by chance, so that their sums come out.</summary>
    public string Text(double figure, DemoUnit commune, DemoMeasure measure, int month)
    {
        if (measure.Scale > 0)
        {
            return Math.Round((decimal)figure, measure.Scale).ToString(CultureInfo.InvariantCulture);
        }

        double whole = Math.Floor(figure);
        // A part and its whole share the chance: a part is never more.
        string dice = measure.Whole ?? measure.Id;
        return ((long)whole + (Chance(commune.Place, dice, month + 100) < figure - whole ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A number from 0 to 1 that follows from the seed and what is named.</summary>
    public double Chance(int place, string what, int month)
    {
        ulong state = (ulong)(uint)seed;
        state = Mix(state ^ (ulong)(uint)place);
        foreach (char c in what)
        {
            state = Mix(state ^ c);
        }

        return (Mix(state ^ (ulong)(uint)(month + 1000)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>Which part of a year is over by the end of each quarter, as the plan has it; null where each has the same, or a level is meant.</summary>
    public static decimal[]? Quarters(DemoSeason season)
    {
        double[]? months = season switch { DemoSeason.Summer => Summer, DemoSeason.Harvest => Harvest, DemoSeason.Late => Late, _ => null };
        return months is null ? null : [.. Enumerable.Range(1, 4).Select(q => q == 4 ? 1 : Math.Round((decimal)(months.Take(q * 3).Sum() / Months), 6))];
    }

    private static double Season(DemoSeason season, int month) => season switch
    {
        DemoSeason.Summer => Summer[month - 1],
        DemoSeason.Harvest => Harvest[month - 1],
        DemoSeason.Late => Late[month - 1],
        _ => 1,
    };

    /// <summary>How large a commune is beside a middling one: wards are larger than communes, special zones smaller.</summary>
    private double Size(DemoUnit commune)
    {
        double kind = commune.Unit.Namings[0].Kind switch { V1.UnitKind.Ward => 1.7, V1.UnitKind.SpecialZone => 0.4, _ => 0.8 };
        return kind * (SmallestSize + (1.3 * Chance(commune.Place, "size", 0)));
    }

    /// <summary>How a province and a commune of it do at a measure beside their plans.</summary>
    private double Luck(DemoUnit commune, DemoMeasure measure)
    {
        double province = Chance(country.Units[commune.Parent].Place, measure.Id, -2);
        double own = Chance(commune.Place, measure.Id, -3);
        return Worst + (Spread * province) + (OwnSpread * (own - 0.5));
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
