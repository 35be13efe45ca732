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

    /// <summary>The value over the months asked for.</summary>
    public required IndicatorValue Value { get; init; }

    /// <summary>The value of the same months a year before; null where there are no such months.</summary>
    public IndicatorValue? Before { get; init; }

    /// <summary>Of an attained count: which units have.</summary>
    public UnitCount? Count { get; init; }

    /// <summary>Of an attained count: how many units there are in a month.</summary>
    public Func<Month, int>? UnitsIn { get; init; }

    /// <summary>The calendar of its months.</summary>
    public MonthCalendar Calendar => Formula.Numerator.Calendar;
}
