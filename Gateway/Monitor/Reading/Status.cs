namespace Units.Gateway.Monitor.Reading;

/// <summary>How a value stands to what is expected by now; the worst first, as screens order them.</summary>
public enum Status
{
    /// <summary>Below 80 % of what is expected.</summary>
    Behind = 0,

    /// <summary>From 80 % on.</summary>
    AtRisk = 1,

    /// <summary>From 95 % on.</summary>
    OnCourse = 2,

    /// <summary>From 105 % on.</summary>
    Ahead = 3,

    /// <summary>The bound is met and the period over, or it can no longer be missed.</summary>
    Attained = 4,

    /// <summary>Nothing can be said yet; <see cref="NoStatus"/> says why.</summary>
    NotAssessable = 5,
}
