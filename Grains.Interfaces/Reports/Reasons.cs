namespace Units;

/// <summary>The reasons for which the ledger itself refuses; the gateway's catalogue adds those it judges alone.</summary>
public static class Reasons
{
    /// <summary>Another source owns the unit's series of the year. Arguments: owner, year.</summary>
    public const string OtherSource = "SERIES_OWNED_BY_OTHER_SOURCE";

    /// <summary>The amount of the month or a carried difference would not fit ±10¹⁷. Arguments: month.</summary>
    public const string Overflow = "AMOUNT_OUT_OF_RANGE";

    /// <summary>The measure has no such entry: a year to date of a stock, a hand-over among many sources, an unknown category. Arguments: none.</summary>
    public const string NotOfMeasure = "ENTRY_NOT_OF_MEASURE";

    /// <summary>The month is closed. Arguments: the month, when it was closed, by whom, at which unit, why.</summary>
    public const string PeriodClosed = "PERIOD_CLOSED";

    /// <summary>The report's id was used for other content. Arguments: none; both contents are shown.</summary>
    public const string OtherContent = "REPORT_ID_REUSED";

    /// <summary>The unit's queue is full. Arguments: the bound.</summary>
    public const string QueueFull = "QUEUE_FULL";

    /// <summary>Storage does not answer.</summary>
    public const string StorageAway = "STORAGE_UNAVAILABLE";

    /// <summary>The unit is not yet in step with all of its children. Arguments: those that are missing.</summary>
    public const string NotInStep = "UNIT_NOT_IN_STEP";
}
