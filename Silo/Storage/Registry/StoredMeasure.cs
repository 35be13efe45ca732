using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>A measure as the database keeps it. <c>V</c> is the version of this shape.</summary>
internal sealed record StoredMeasure(
    int V, int Kind, int Scale, int Sources, int Calendar, ImmutableArray<StoredCategory> Categories, string Name, string NameEn, string UnitOfMeasure)
{
    /// <summary>The newest shape. What the first one can say is written in it, so that an older build reads it.</summary>
    public const int Version = 2;

    /// <summary>The kinds of units that report it; null in the first shape.</summary>
    public int[]? ReportedBy { get; init; }

    /// <summary>The due day; null in the first shape.</summary>
    public int? DueDay { get; init; }

    /// <summary>The stored form.</summary>
    public static StoredMeasure From(Measure measure) => new(
        IsOld(measure) ? 1 : Version, (int)measure.Kind, measure.Scale, (int)measure.Sources, (int)measure.Calendar,
        [.. measure.Categories.Select(c => new StoredCategory(c.Number, c.Id, c.Name, c.NameEn))],
        measure.Name, measure.NameEn, measure.UnitOfMeasure)
    {
        ReportedBy = IsOld(measure) ? null : [.. measure.ReportedBy.Select(kind => (int)kind)],
        DueDay = IsOld(measure) ? null : measure.DueDay,
    };

    /// <summary>The measure.</summary>
    public Measure ToMeasure(MeasureId id, int number) => new()
    {
        Id = id,
        Number = number,
        Kind = (MeasureKind)Kind,
        Scale = Scale,
        Sources = (SourceRule)Sources,
        Calendar = (MonthCalendar)Calendar,
        Categories = [.. Categories.Select(c => new Category(c.Number, c.Id, c.Name, c.NameEn))],
        Name = Name,
        NameEn = NameEn,
        UnitOfMeasure = UnitOfMeasure,
        ReportedBy = [.. (ReportedBy ?? []).Select(kind => (UnitKind)kind)],
        DueDay = DueDay ?? 0,
    };

    private static bool IsOld(Measure measure) => measure.ReportedBy.IsEmpty && measure.DueDay == 0;
}
