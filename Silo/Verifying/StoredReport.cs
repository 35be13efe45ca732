using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>The rows of one sequence of a journal, as they are found.</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="Reporter">Who sent it; empty where its first row does not say.</param>
/// <param name="Report">Its id; empty where its first row does not say.</param>
/// <param name="Rows">The rows, in order of their numbers.</param>
internal sealed record StoredReport(long Sequence, string Reporter, string Report, IReadOnlyList<JournalRow> Rows);
