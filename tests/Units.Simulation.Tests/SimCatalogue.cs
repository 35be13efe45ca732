using System.Collections.Immutable;
using System.Globalization;

namespace Units.Simulation;

/// <summary>Units, months, measures and targets of every run.</summary>
internal static class SimCatalogue
{
    /// <summary>The most units of a run.</summary>
    public const int MaxUnits = 16;

    /// <summary>The months that reports are about.</summary>
    public const int Months = 6;

    /// <summary>The number of the marker measure of the first unit.</summary>
    public const int FirstMarker = 100;

    /// <summary>The indicator with targets that roll up.</summary>
    public const int AdditiveIndicator = 50;

    /// <summary>The indicator with targets on a ratio.</summary>
    public const int RatioIndicator = 51;

    /// <summary>The indicator with targets that plans alone set.</summary>
    public const int PlannedIndicator = 60;

    /// <summary>A flow of one source at a time.</summary>
    public static readonly MeasureRef OneSource = new(1, MeasureKind.Flow, SourceRule.One, 2);

    /// <summary>A flow of many sources.</summary>
    public static readonly MeasureRef ManySources = new(2, MeasureKind.Flow, SourceRule.Many, 1);

    /// <summary>A stock.</summary>
    public static readonly MeasureRef Stock = new(3, MeasureKind.Stock, SourceRule.Many, 0);

    /// <summary>The systems that report.</summary>
    public static readonly ImmutableArray<SourceId> Sources = [new("source-a"), new("source-b"), new("source-c")];

    /// <summary>Who moves units.</summary>
    public static readonly SourceId Registry = new("registry");

    /// <summary>The units by index.</summary>
    public static readonly ImmutableArray<UnitId> Units =
        [.. Enumerable.Range(0, MaxUnits).Select(i => new UnitId(string.Create(CultureInfo.InvariantCulture, $"u{i:D2}")))];

    private static readonly Month First = new(2025, 10);
    private static readonly ImmutableArray<Month> All = [.. Enumerable.Range(0, Months).Select(First.Plus)];

    /// <summary>All there is to ask for: first the marker cells by unit and month, then the rest.</summary>
    public static TotalsQuery Everything { get; } = new(
        [
            .. Enumerable.Range(0, MaxUnits).SelectMany(u => All.Select(m => new SumQuery(MarkerOf(u), null, new MonthRange(m, m)))),
            .. All.SelectMany(m => new[] { OneSource, ManySources, Stock }.Select(x => new SumQuery(x, null, new MonthRange(m, m)))),
        ],
        [.. Enumerable.Range(0, Months).SelectMany(m => new[]
        {
            new TargetQuery(AdditiveIndicator, RangeFrom(m)), new TargetQuery(RatioIndicator, RangeFrom(m)), new TargetQuery(PlannedIndicator, RangeFrom(m)),
        })],
        true);

    /// <summary>The index of a unit, from its name.</summary>
    public static int IndexOf(UnitId unit) => ((unit.Text[1] - '0') * 10) + unit.Text[2] - '0';

    /// <summary>The month with this index.</summary>
    public static Month MonthAt(int index) => All[index];

    /// <summary>The index of a month; negative or beyond where reports are not about it.</summary>
    public static int IndexOf(Month month) => month.Number - First.Number;

    /// <summary>The months of a target.</summary>
    public static MonthRange RangeFrom(int month) => new(First.Plus(month), First.Plus(month + 2));

    /// <summary>The measure to which every report of a unit adds 1: a total of it is the count of the reports that it counts.</summary>
    public static MeasureRef MarkerOf(int unit) => new(FirstMarker + unit, MeasureKind.Flow, SourceRule.Many, 0);

    /// <summary>Where the marker of a cell is counted; −1 for other cells.</summary>
    public static int MarkerIndex(CellKey key)
    {
        if (key.Aspect != Aspect.Actual || key.Subject < FirstMarker)
        {
            return -1;
        }

        return ((key.Subject - FirstMarker) * Months) + IndexOf(key.Month);
    }

    /// <summary>The marker at an index, for messages.</summary>
    public static string MarkerText(int index) => $"{Units[index / Months]}@{MonthAt(index % Months)}";
}
