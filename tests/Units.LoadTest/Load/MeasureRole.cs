namespace Units.LoadTest.Load;

/// <summary>What reports do with a measure.</summary>
internal enum MeasureRole
{
    /// <summary>It is only added to: its totals never fall, and can be held against bounds at any moment.</summary>
    Growing,

    /// <summary>Months are set, and set again by corrections.</summary>
    Stated,

    /// <summary>It is added to, and less than nothing by corrections.</summary>
    Adjusted,

    /// <summary>One ward adds 1 at a time: its value is how many of its probes are counted.</summary>
    Probe,

    /// <summary>Only what must be refused names it: it must stay unreported for ever.</summary>
    Trap,
}
