using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The steps of a unit's plans and its allotments, and the end of the journal they were read at.</summary>
/// <param name="Sequence">The last sequence of the unit's journal in the same snapshot of the database.</param>
/// <param name="Entries">In the order of the journal.</param>
internal sealed record PlansReading(long Sequence, ImmutableArray<PlanEntry> Entries);
