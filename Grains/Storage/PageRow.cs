namespace Units.Grains.Storage;

/// <summary>The latest statement on a month of a register, or the latest hand-over of a series.</summary>
/// <param name="Kind">The kind of the row that states it.</param>
/// <param name="Subject">The number of the measure or indicator.</param>
/// <param name="Category">The number of the category; for targets tier × 256 + part.</param>
/// <param name="Month">The month.</param>
/// <param name="Span">The months of a target's range; 12 for a hand-over, which is about a year; 0 otherwise.</param>
/// <param name="Source">Whose register it is.</param>
/// <param name="Sequence">Where it was stated; with <paramref name="N"/> it orders the rows.</param>
/// <param name="N">The row within the report.</param>
/// <param name="After">What stands.</param>
internal sealed record PageRow(
    RowKind Kind, int Subject, ushort Category, Month Month, int Span, SourceId Source, long Sequence, int N, Statement After)
{
    /// <summary>Of the kind of a target: the target with its words; null where it was stored before those were.</summary>
    public string? Detail { get; init; }
}
