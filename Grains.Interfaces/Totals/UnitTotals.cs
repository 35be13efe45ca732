using System.Collections.Immutable;

namespace Units;

/// <summary>An exact total (tổng số) of a unit under one version.</summary>
[GenerateSerializer, Immutable, Alias("units.UnitTotals")]
public sealed record UnitTotals
{
    /// <summary>The unit.</summary>
    [Id(0)] public required UnitId Unit { get; init; }

    /// <summary>The version that names this content.</summary>
    [Id(1)] public required UnitVersion Version { get; init; }

    /// <summary>False while the unit is not in step with its children: then there are no figures, only <see cref="Missing"/>.</summary>
    [Id(2)] public required bool InStep { get; init; }

    /// <summary>The children that are not yet in step; at most 20 are named.</summary>
    [Id(3)] public ImmutableArray<UnitId> Missing { get; init; } = [];

    /// <summary>In the order of the query.</summary>
    [Id(4)] public ImmutableArray<SumReading> Sums { get; init; } = [];

    /// <summary>Those that are set, of the ones asked for.</summary>
    [Id(5)] public ImmutableArray<TargetReading> Targets { get; init; } = [];

    /// <summary>By child, where asked for, in the order of their ids.</summary>
    [Id(6)] public ImmutableArray<ChildTotals> Children { get; init; } = [];

    /// <summary>The unit's own part, where asked for by child and the unit has or had children; its version is (0, sequence of its journal).</summary>
    [Id(7)] public ChildTotals? Own { get; init; }
}
