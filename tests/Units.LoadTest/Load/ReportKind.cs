namespace Units.LoadTest.Load;

/// <summary>What a report is for.</summary>
internal enum ReportKind : byte
{
    /// <summary>Says something new.</summary>
    Plain,

    /// <summary>Sets a month again, or adds less than nothing.</summary>
    Correction,

    /// <summary>Has one row that must be refused; the others, where there are any, stand.</summary>
    BadRow,

    /// <summary>Has a bad row and stands or falls as a whole: it must fall.</summary>
    BadWhole,

    /// <summary>Has the id of an earlier report and other content: it must be refused.</summary>
    OtherContent,

    /// <summary>Is the same as an earlier one: it must change nothing.</summary>
    Repeat,

    /// <summary>Adds 1 to a measure of its own, to see when it is seen.</summary>
    Probe,
}
