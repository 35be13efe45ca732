using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>Which months are closed for a unit, by itself or by a unit above it in that month.</summary>
/// <param name="Revision">Bumped by every closing, reopening and move. An append that was judged under another one is refused.</param>
/// <param name="From">Months before this one were not asked for.</param>
/// <param name="Months">In the order of months; one for each unit at which the month is closed.</param>
internal sealed record ClosuresReading(long Revision, Month From, ImmutableArray<ClosedMonth> Months);
