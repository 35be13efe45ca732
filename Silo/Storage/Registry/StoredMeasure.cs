using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>A measure as the database keeps it. <c>V</c> is the version of this shape.</summary>
internal sealed record StoredMeasure(
    int V, int Kind, int Scale, int Sources, int Calendar, ImmutableArray<StoredCategory> Categories, string Name, string NameEn, string UnitOfMeasure)
{
    /// <summary>The shape that is written.</summary>
    public const int Version = 1;

    /// <summary>The stored form.</summary>
    public static StoredMeasure From(Measure measure) => new(
        Version, (int)measure.Kind, measure.Scale, (int)measure.Sources, (int)measure.Calendar,
        [.. measure.Categories.Select(c => new StoredCategory(c.Number, c.Id, c.Name, c.NameEn))],
        measure.Name, measure.NameEn, measure.UnitOfMeasure);

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
    };
}
