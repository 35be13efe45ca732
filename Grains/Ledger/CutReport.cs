using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>What becomes of a report at the ledger: rows to append, or the violations for which it is refused whole.</summary>
/// <param name="Report">The rows; null where refused whole, and then the draft is as before.</param>
/// <param name="Violations">All of them, where refused whole; otherwise empty, for they are in the rows.</param>
internal sealed record CutReport(JournalReport? Report, ImmutableArray<Violation> Violations);
