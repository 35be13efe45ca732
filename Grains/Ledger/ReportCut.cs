using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>One report being cut: its rows so far, over a draft that does not see them until all of it stands.</summary>
/// <param name="draft">What the earlier reports left.</param>
/// <param name="sequence">The report's place in the journal.</param>
internal sealed class ReportCut(LedgerDraft draft, long sequence)
{
    private readonly Dictionary<PageKey, PageState> _pages = new(1);

    /// <summary>The report's place in the journal.</summary>
    public long Sequence => sequence;

    /// <summary>The rows so far.</summary>
    public ImmutableArray<JournalRow>.Builder Rows { get; } = ImmutableArray.CreateBuilder<JournalRow>();

    /// <summary>The violations so far; each has a row too.</summary>
    public ImmutableArray<Violation>.Builder Violations { get; } = ImmutableArray.CreateBuilder<Violation>(0);

    /// <summary>The pages that rows of this report change, with what differs.</summary>
    public Dictionary<PageKey, PageState> Changed => _pages;

    /// <summary>A page after the rows so far.</summary>
    public PageState State(PageKey page) => _pages.TryGetValue(page, out PageState? state) ? state : draft.State(page);

    /// <summary>Adds a row that changes no statement.</summary>
    public void Add(JournalRow row) => Rows.Add(Numbered(row));

    /// <summary>Adds a row and lets the rows after it see it.</summary>
    public void Add(PageKey page, JournalRow row)
    {
        JournalRow numbered = Numbered(row);
        Rows.Add(numbered);
        if (PageRows.Of(numbered, sequence) is not { } change)
        {
            return;
        }

        if (!_pages.TryGetValue(page, out PageState? state))
        {
            _pages[page] = state = new PageState(page, draft.State(page));
        }

        state.Apply(change);
    }

    /// <summary>Adds the row of an entry that broke a rule.</summary>
    public void Refuse(JournalRow row, Violation violation)
    {
        Violations.Add(violation);
        Add(row with { Outcome = EntryOutcome.Refused, Detail = ViolationText.Write(violation) });
    }

    private JournalRow Numbered(JournalRow row) => row.N == Rows.Count ? row : row with { N = Rows.Count };
}
