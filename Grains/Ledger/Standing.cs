using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>A month of a register with what stands on it.</summary>
/// <param name="Month">The month.</param>
/// <param name="Statement">What stands.</param>
/// <param name="By">The source whose row states it: its revisions are the ones that count.</param>
internal readonly record struct Standing(Month Month, Statement Statement, SourceId By)
{
    /// <summary>The statement as a source sees it: a revision is the source's own, so another's numbers say nothing about it.</summary>
    public Statement SeenBy(SourceId source) => By == source ? Statement : Statement with { Revision = null };
}
