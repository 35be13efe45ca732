namespace Units.LoadTest.Compare;

/// <summary>What is measured of a contender. Every cell runs on 10,000 wards over four levels, with a watcher of the root beside it.</summary>
internal enum CellKind
{
    /// <summary>Reports of one entry in streams, over 5 measures and 10 months, as fast as answers come.</summary>
    Uniform,

    /// <summary>The same, all on one measure of one month: every ward feeds one cell of the root.</summary>
    HotCell,

    /// <summary>As uniform, a call for each report.</summary>
    Unary,

    /// <summary>Monthly reports in streams, 20 entries on a measure each, as fast as answers come.</summary>
    Monthly,

    /// <summary>As uniform, at 70 % of the rate that uniform gave, with Poisson arrivals: how soon the root shows what was acknowledged.</summary>
    Visible,
}
