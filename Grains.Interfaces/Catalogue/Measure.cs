using System.Collections.Immutable;

namespace Units;

/// <summary>A measure (số liệu): an additive quantity that units report. Everything but the names is fixed at creation.</summary>
[GenerateSerializer, Immutable, Alias("units.Measure")]
public sealed record Measure
{
    /// <summary>The most categories of one measure.</summary>
    public const int MaxCategories = 256;

    /// <summary>Its identifier.</summary>
    [Id(0)] public required MeasureId Id { get; init; }

    /// <summary>1 to 2²⁴ − 1, given by the registry at creation: what cells and the journal store. 0 until then.</summary>
    [Id(1)] public int Number { get; init; }

    /// <summary>Flow or stock.</summary>
    [Id(2)] public required MeasureKind Kind { get; init; }

    /// <summary>Decimals kept, 0 to 6.</summary>
    [Id(3)] public required int Scale { get; init; }

    /// <summary>One source or many.</summary>
    [Id(4)] public SourceRule Sources { get; init; }

    /// <summary>Civil or administrative months.</summary>
    [Id(5)] public MonthCalendar Calendar { get; init; }

    /// <summary>The categories, numbered 1, 2, …; empty where the measure is not classified.</summary>
    [Id(6)] public ImmutableArray<Category> Categories { get; init; } = [];

    /// <summary>Vietnamese name.</summary>
    [Id(7)] public required string Name { get; init; }

    /// <summary>English name; may be empty.</summary>
    [Id(8)] public string NameEn { get; init; } = "";

    /// <summary>The unit of measure as people write it: tỷ đồng, hồ sơ, lượt.</summary>
    [Id(9)] public string UnitOfMeasure { get; init; } = "";

    /// <summary>The kinds of units that report it; empty where nobody is expected to.</summary>
    [Id(10)] public ImmutableArray<UnitKind> ReportedBy { get; init; } = [];

    /// <summary>By which day after the end of a month it is reported, 1 to <see cref="MaxDueDay"/>; 0 where no day is set.</summary>
    [Id(11)] public int DueDay { get; init; }

    /// <summary>The latest due day.</summary>
    public const int MaxDueDay = 60;

    /// <summary>What an entry carries of its measure.</summary>
    public MeasureRef Ref => new(Number, Kind, Sources, (ushort)Categories.Length);
}
