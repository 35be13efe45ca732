using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>All units, measures and indicators, and the id of the ledger that they belong to.</summary>
internal sealed record RegistryReading(
    ImmutableArray<Unit> Units, ImmutableArray<Measure> Measures, ImmutableArray<Indicator> Indicators, Guid LedgerId);
