namespace Units;

/// <summary>Months in relation to those asked for.</summary>
public static class SumTimes
{
    /// <summary>The months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie before the first month there is; see <see cref="Exists"/>.</exception>
    public static MonthRange Of(this SumTime when, MonthRange now) => when switch
    {
        SumTime.YearBefore => now.YearBefore(),
        SumTime.PeriodBefore => new MonthRange(now.From.Plus(-now.Length), now.To.Plus(-now.Length)),
        _ => now,
    };

    /// <summary>True when the months can be written.</summary>
    public static bool Exists(this SumTime when, MonthRange now) =>
        now.From.Number >= when switch { SumTime.YearBefore => 12, SumTime.PeriodBefore => now.Length, _ => 0 };
}
