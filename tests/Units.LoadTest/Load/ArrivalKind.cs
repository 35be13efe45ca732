namespace Units.LoadTest.Load;

/// <summary>How reports arrive over time.</summary>
internal enum ArrivalKind
{
    /// <summary>At equal distances.</summary>
    Constant,

    /// <summary>Independently of one another.</summary>
    Poisson,

    /// <summary>Independently, and most of them near the end, as before a deadline: see <see cref="Arrivals.Burst"/>.</summary>
    MonthEnd,

    /// <summary>As fast as answers come, with a bounded number in flight: for capacity.</summary>
    Max,
}
