namespace Units.LoadTest.Load;

/// <summary>When reports are due: a schedule that is fixed beforehand and waits for nobody.</summary>
internal static class Arrivals
{
    /// <summary>Of a month's end: the share of the time that is the rush, and the share of the reports that come in it.</summary>
    public static readonly (double Time, double Reports) Burst = (0.2, 0.6);

    /// <summary>The times in seconds from the start, up to the end of the duration.</summary>
    /// <param name="kind">Any but <see cref="ArrivalKind.Max"/>, which has no schedule.</param>
    /// <param name="rate">Reports a second, on average over the duration.</param>
    /// <param name="duration">How long they arrive.</param>
    /// <param name="random">Where chance comes from.</param>
    public static IEnumerable<double> Times(ArrivalKind kind, double rate, TimeSpan duration, Random random) => kind switch
    {
        ArrivalKind.Constant => Enumerable.Range(0, (int)(rate * duration.TotalSeconds)).Select(i => i / rate),
        ArrivalKind.Poisson => Poisson(rate, duration.TotalSeconds, random),
        ArrivalKind.MonthEnd => Poisson(rate, duration.TotalSeconds, random).Select(t => Rush(t / duration.TotalSeconds) * duration.TotalSeconds),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only constant, Poisson and month-end arrivals have a schedule."),
    };

    /// <summary>The times in seconds of independent arrivals with a surge among them.</summary>
    public static IEnumerable<double> Times(double rate, Surge surge, TimeSpan duration, Random random)
    {
        double begins = surge.After.TotalSeconds;
        double ends = begins + surge.Lasts.TotalSeconds;
        return Poisson(rate, begins, random)
            .Concat(Poisson(surge.Rate, ends - begins, random).Select(t => begins + t))
            .Concat(Poisson(rate, duration.TotalSeconds - ends, random).Select(t => ends + t));
    }

    private static IEnumerable<double> Poisson(double rate, double seconds, Random random)
    {
        for (double at = Gap(); at < seconds; at += Gap())
        {
            yield return at;
        }

        double Gap() => -Math.Log(1 - random.NextDouble()) / rate;
    }

    /// <summary>The share of the time by which this share of the reports has come.</summary>
    private static double Rush(double reports)
    {
        double before = 1 - Burst.Reports;
        double calm = 1 - Burst.Time;
        return reports < before ? reports / before * calm : calm + ((reports - before) / Burst.Reports * Burst.Time);
    }
}
