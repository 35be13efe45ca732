using System.Collections.Immutable;

namespace Units;

/// <summary>What a unit says to who watches it: newer totals, that there are none yet, or that it is not in step.</summary>
[GenerateSerializer, Immutable, Alias("units.WatchReading")]
public sealed record WatchReading
{
    /// <summary>The unit.</summary>
    [Id(0)] public required UnitId Unit { get; init; }

    /// <summary>The version that the unit is at.</summary>
    [Id(1)] public required UnitVersion Version { get; init; }

    /// <summary>False while the unit is not in step with its children: then there are no figures, only <see cref="Missing"/>.</summary>
    [Id(2)] public required bool InStep { get; init; }

    /// <summary>The children that are not yet in step; at most 20 are named.</summary>
    [Id(3)] public ImmutableArray<UnitId> Missing { get; init; } = [];

    /// <summary>In the order of the query, all under <see cref="Version"/>; empty where nothing is newer than what is known.</summary>
    [Id(4)] public ImmutableArray<UnitTotals> Parts { get; init; } = [];
}
