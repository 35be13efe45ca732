using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>The ledger (sổ) of one unit: the statements of those pages of its journal that are in memory.</summary>
/// <remarks>Pages come and go; the journal has them all. Nothing here knows a clock, a database or Orleans.</remarks>
internal sealed class UnitLedger : ICells
{
    private readonly Dictionary<PageKey, LedgerPage> _pages = [];
    private long _uses;
    private bool _hasAll;

    /// <summary>How many pages are loaded.</summary>
    public int Pages => _pages.Count;

    /// <summary>The unit's own cells of all loaded pages, in no order.</summary>
    public IEnumerable<CellValue> Cells => _pages.Values.SelectMany(page => page.Cells);

    /// <inheritdoc/>
    Amount ICells.this[CellKey key] => Cell(key);

    /// <summary>The journal has no row yet: until a page is dropped, a page that is not in memory is an empty one.</summary>
    public void StartEmpty() => _hasAll = true;

    /// <summary>True when the page is loaded, from its month on or an earlier one, or is known to be empty and therefore need not be read.</summary>
    public bool TryOpen(PageKey page)
    {
        if (_pages.TryGetValue(Place(page), out LedgerPage? loaded))
        {
            return loaded.State.Key.From <= page.From;
        }

        if (_hasAll)
        {
            _pages[Place(page)] = new LedgerPage(page.Whole(), sequence: 0) { LastUse = ++_uses };
        }

        return _hasAll;
    }

    /// <summary>Puts pages in memory, in place of what was there; those without rows are empty.</summary>
    /// <param name="pages">The pages that were asked for. Rows of other pages are ignored.</param>
    /// <param name="reading">Their rows.</param>
    public void Load(IReadOnlyCollection<PageKey> pages, PageReading reading)
    {
        Dictionary<PageKey, LedgerPage> loaded = [];
        foreach (PageKey page in PageKey.Widest(pages))
        {
            loaded[Place(page)] = new LedgerPage(page, reading.Sequence) { LastUse = ++_uses };
        }

        // In the order of the journal the last row wins, and the last source to state something in a year owns it.
        foreach (PageRow row in reading.Rows.OrderBy(row => row.Sequence).ThenBy(row => row.N))
        {
            PageOf(loaded, row)?.Apply(row);
        }

        foreach ((PageKey place, LedgerPage page) in loaded)
        {
            _pages[place] = page;
        }
    }

    /// <summary>A view in which a batch is cut: later reports see earlier ones, the ledger sees none of them until they are folded.</summary>
    /// <remarks>It stays right while its own reports are folded; when one of them fails to be appended, it is thrown away.</remarks>
    /// <param name="closed">The months that take no entry.</param>
    /// <param name="plans">The plans of the unit.</param>
    public LedgerDraft Draft(ClosedMonths? closed = null, PlanBook? plans = null) => new(this, closed ?? ClosedMonths.None, plans ?? PlanBook.Empty);

    /// <summary>True when the page is in memory, however much of it.</summary>
    public bool Has(PageKey page) => _hasAll || _pages.ContainsKey(Place(page));

    /// <summary>The unit's own target as it was set, with its words; null where it has none, or one that was stored before words were.</summary>
    /// <remarks>The page of targets must be in memory.</remarks>
    public Target? Stated(TargetKey key) => !_pages.TryGetValue(Place(PageKey.Targets), out LedgerPage? page) ? null
        : page.State.Stated(CellKey.OfTarget(Aspect.RatioTarget, key.Indicator, key.Range, key.Tier, TargetPart.Kind))?.Target;

    /// <summary>Takes committed rows in. Rows of pages that are not loaded are ignored, and so are those that a page has been read with.</summary>
    public void Fold(JournalReport report)
    {
        foreach (JournalRow each in report.Rows)
        {
            if (PageRows.Of(each, report.Sequence) is { } row && PageOf(_pages, row) is { } page && page.Sequence < report.Sequence)
            {
                page.Apply(row);
            }
        }
    }

    /// <summary>The unit's own current value of a cell, summed over sources.</summary>
    /// <exception cref="InvalidOperationException">Its page is not loaded.</exception>
    public Amount Cell(CellKey key)
    {
        (PageKey first, PageKey? second) = key.IsTarget ? (PageKey.Targets, null) : PageRows.PagesOf(key.Subject, key.Month);
        LedgerPage page = Find(_pages, first, second) ?? throw NotLoaded(first);
        page.LastUse = ++_uses;
        return page.Cells[key];
    }

    /// <inheritdoc/>
    /// <remarks>A stock has one page, which knows its months; a flow has one for each year, and what is not in memory is found by its cell.</remarks>
    public ReadOnlySpan<Month> MonthsOf(MeasureRef measure, Month from, Month to)
    {
        if (measure.Kind == MeasureKind.Flow)
        {
            return Enumerable.Range(from.Number, to.Number - from.Number + 1).Select(Month.FromNumber).ToArray();
        }

        PageKey page = new(PageKind.Stock, measure.Number, 0);
        return _pages.TryGetValue(page, out LedgerPage? loaded) ? loaded.Cells.MonthsOf(measure, from, to) : throw NotLoaded(page);
    }

    /// <inheritdoc/>
    public IEnumerable<TargetPlace> TargetsOf(int indicator) =>
        _pages.TryGetValue(Place(PageKey.Targets), out LedgerPage? loaded) ? loaded.Cells.TargetsOf(indicator) : throw NotLoaded(PageKey.Targets);

    /// <summary>Drops the least recently used pages beyond <paramref name="keep"/>, but none that is pinned.</summary>
    public void Trim(int keep, IReadOnlySet<PageKey> pinned)
    {
        int excess = _pages.Count - keep;
        if (excess <= 0)
        {
            return;
        }

        _hasAll = false;
        HashSet<PageKey> places = [.. pinned.Select(Place)];
        foreach (PageKey place in _pages.Where(page => !places.Contains(page.Key))
            .OrderBy(page => page.Value.LastUse).Take(excess).Select(page => page.Key).ToList())
        {
            _pages.Remove(place);
        }
    }

    /// <summary>The statements of a page, for a draft to lie over.</summary>
    /// <exception cref="InvalidOperationException">The page is not loaded, or was loaded under another rule of sources.</exception>
    internal PageState State(PageKey page)
    {
        LedgerPage loaded = _pages.GetValueOrDefault(Place(page)) ?? throw NotLoaded(page);
        loaded.LastUse = ++_uses;
        return loaded.State.Key.Sources == page.Sources
            ? loaded.State
            : throw new InvalidOperationException($"{page} was loaded as a page of {loaded.State.Key.Sources}.");
    }

    /// <summary>Where a page is kept. Its first month and the rule of sources are no part of its name: journal rows and cells do not tell them.</summary>
    private static PageKey Place(PageKey page) => page with { Sources = default, From = default };

    private static LedgerPage? PageOf(Dictionary<PageKey, LedgerPage> pages, PageRow row)
    {
        (PageKey first, PageKey? second) = PageRows.PagesOf(row);
        return Find(pages, first, second);
    }

    private static LedgerPage? Find(Dictionary<PageKey, LedgerPage> pages, PageKey first, PageKey? second) =>
        pages.TryGetValue(first, out LedgerPage? page) || (second is { } other && pages.TryGetValue(other, out page)) ? page : null;

    private static InvalidOperationException NotLoaded(PageKey page) => new($"{page} is not loaded.");
}
