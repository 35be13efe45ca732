using System.Collections.Immutable;

namespace Units;

/// <summary>Which units to list, in the order of their ids.</summary>
/// <param name="Parent">Only children of this unit, or null for all.</param>
/// <param name="Kind">Only of this kind, or <see cref="UnitKind.Unspecified"/> for all.</param>
/// <param name="AsOf">The day on which parent and kind are meant.</param>
/// <param name="After">Only those after this id: where the page before ended; null for the first page.</param>
/// <param name="PageSize">1 to 1,000.</param>
/// <param name="RootsOnly">Only units without a parent.</param>
[GenerateSerializer, Immutable, Alias("units.UnitFilter")]
public sealed record UnitFilter(
    [property: Id(0)] UnitId? Parent,
    [property: Id(1)] UnitKind Kind,
    [property: Id(2)] DateOnly AsOf,
    [property: Id(3)] UnitId? After,
    [property: Id(4)] int PageSize,
    [property: Id(5)] bool RootsOnly)
{
    /// <summary>Only units in these subtrees (<see cref="Subtrees"/>), as if there were no others; empty for all.</summary>
    [Id(6)] public ImmutableArray<UnitId> Within { get; init; } = [];
}
