namespace Units;

/// <summary>Which months a sum of a formula is over.</summary>
public enum SumTime
{
    /// <summary>Those asked for.</summary>
    Now = 0,

    /// <summary>The same a year before.</summary>
    YearBefore = 1,

    /// <summary>As many, just before.</summary>
    PeriodBefore = 2,
}
