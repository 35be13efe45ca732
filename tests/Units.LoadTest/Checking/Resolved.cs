using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>A report that is in a ward's journal, by its original in the log.</summary>
/// <param name="Line">The place of the original in the log.</param>
/// <param name="Sequence">Its place in the ward's journal.</param>
/// <param name="IsAcknowledged">True where a receipt came while it was sent, false where only the check found it.</param>
internal readonly record struct Resolved(int Line, long Sequence, bool IsAcknowledged) : IComparable<Resolved>
{
    /// <summary>The order of the journal.</summary>
    public int CompareTo(Resolved other) => Sequence.CompareTo(other.Sequence);
}
