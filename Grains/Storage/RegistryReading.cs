using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>All units, measures and indicators.</summary>
internal sealed record RegistryReading(ImmutableArray<Unit> Units, ImmutableArray<Measure> Measures, ImmutableArray<Indicator> Indicators);
