using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The pages that were asked for, and the end of the journal they were read at.</summary>
/// <param name="Sequence">The last sequence of the unit's journal in the same snapshot of the database.</param>
/// <param name="Rows">By (subject, category, month, span, source) the row with the highest (sequence, n) that has a statement;
/// of the months before a page's own, one row a register with their sum, in the month before, under the source and the place of the latest of them.</param>
internal sealed record PageReading(long Sequence, ImmutableArray<PageRow> Rows);
