namespace Units.Gateway.Monitor.Reading;

/// <summary>An indicator of a plan, and where its sums over each range begin in the answer; −1 where there are none.</summary>
internal sealed record BoardPart
{
    /// <summary>The most ranges that an indicator is asked for over.</summary>
    public const int MostRanges = 6;

    /// <summary>The indicator.</summary>
    public required Formula Formula { get; init; }

    /// <summary>How far the period has come for it.</summary>
    public required PeriodCourse Course { get; init; }

    /// <summary>Over all months that have begun.</summary>
    public required int Live { get; init; }

    /// <summary>Over the judged months.</summary>
    public required int Judged { get; init; }

    /// <summary>Over the same of a year before.</summary>
    public required int YearBefore { get; init; }

    /// <summary>Over the month that has begun last.</summary>
    public required int Month { get; init; }

    /// <summary>Over the month of which it is told who has reported.</summary>
    public required int Reported { get; init; }

    /// <summary>Over the judged months but the last.</summary>
    public required int Before { get; init; }

    /// <summary>Of an attained count: where the children's sum is among what is read of each.</summary>
    public required int Flag { get; init; }
}
