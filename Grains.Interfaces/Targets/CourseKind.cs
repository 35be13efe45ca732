namespace Units;

/// <summary>How a target is expected to be approached. The numbers are stored.</summary>
public enum CourseKind
{
    /// <summary>The same in every month. The whole from the first month on, where the indicator does not accumulate.</summary>
    Even = 0,

    /// <summary>As the same months of the year before went.</summary>
    LastYear = 1,

    /// <summary>Steps that say which part of the bound is expected, cumulatively, in 10⁻⁶: 250000 is a quarter.</summary>
    Shares = 2,

    /// <summary>Steps that say which amount is expected, cumulatively, in the scale of the bound.</summary>
    Amounts = 3,
}
