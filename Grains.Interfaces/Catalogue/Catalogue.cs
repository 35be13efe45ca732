using System.Collections.Immutable;

namespace Units;

/// <summary>All measures and indicators. Entries are only ever added, so a cached copy may lack some but is never wrong.</summary>
/// <param name="Measures">In the order of their numbers.</param>
/// <param name="Indicators">In the order of their numbers.</param>
[GenerateSerializer, Immutable, Alias("units.Catalogue")]
public sealed record Catalogue([property: Id(0)] ImmutableArray<Measure> Measures, [property: Id(1)] ImmutableArray<Indicator> Indicators)
{
    /// <summary>Nothing yet.</summary>
    public static readonly Catalogue Empty = new([], []);
}
