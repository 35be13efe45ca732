namespace Units;

/// <summary>When a month of a measure begins and ends.</summary>
public enum MonthCalendar
{
    /// <summary>From the 1st to the last day.</summary>
    Civil = 0,

    /// <summary>From the 15th of the month before to the 14th (reports to state administrative agencies, Decree 09/2019/NĐ-CP).</summary>
    Administrative = 1,
}
