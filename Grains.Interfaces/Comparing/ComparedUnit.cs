namespace Units;

/// <summary>What the targets on an indicator of one unit are held against.</summary>
public sealed record ComparedUnit
{
    /// <summary>The indicator.</summary>
    public required Formula Formula { get; init; }

    /// <summary>The months asked for.</summary>
    public required MonthRange Range { get; init; }

    /// <summary>The day as of which it is compared.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The value over the months asked for; up to <see cref="Until"/>, where that is said.</summary>
    public required IndicatorValue Value { get; init; }

    /// <summary>The last month that the value is over, where not all that are asked for can be; null otherwise.</summary>
    public Month? Until { get; init; }

    /// <summary>The value over those of the months that have ended; null where it is <see cref="Value"/>.</summary>
    public IndicatorValue? Ended { get; init; }

    /// <summary>The value of the months that have ended, a year before; null where there are no such months.</summary>
    public IndicatorValue? Before { get; init; }

    /// <summary>The value as it is held against <see cref="Before"/>: like for like.</summary>
    public IndicatorValue Like => Ended ?? Value;

    /// <summary>The change on the year before.</summary>
    public Change Change => Change.Of(Formula, Like, Before);

    /// <summary>The months that the value is over.</summary>
    public MonthRange Months => TargetQuery.ToDate(Range, Range.To, Until);

    /// <summary>Of an attained count: which units have.</summary>
    public UnitCount? Count { get; init; }

    /// <summary>Of an attained count: how many units there are in a month.</summary>
    public Func<Month, int>? UnitsIn { get; init; }

    /// <summary>The calendar of its months.</summary>
    public MonthCalendar Calendar => Formula.Numerator.Calendar;
}
