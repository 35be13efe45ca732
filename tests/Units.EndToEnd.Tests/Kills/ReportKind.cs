namespace Units.EndToEnd.Tests.Kills;

/// <summary>What a report of the load says.</summary>
internal enum ReportKind
{
    /// <summary>One more.</summary>
    Add,

    /// <summary>The month is this.</summary>
    Set,

    /// <summary>The sum since January is this.</summary>
    ToDate,
}
