namespace Units.Gateway.Watching;

/// <summary>What a watcher asks about a unit: what to read, and how to show it. Watchers who ask the same share it.</summary>
/// <param name="key">The question in its normal form: equal questions have equal keys.</param>
/// <param name="query">What to ask the unit.</param>
internal abstract class WatchQuestion(string key, TotalsQuery query)
{
    /// <summary>Equal questions have equal keys.</summary>
    public string Key => key;

    /// <summary>What to ask the unit, as far as room for it is concerned.</summary>
    public TotalsQuery Query => query;

    /// <summary>What to ask the unit now. The next answer is one to this.</summary>
    public virtual TotalsQuery Ask() => query;

    /// <summary>How many cells the unit looks at for it, about.</summary>
    public long Cells { get; } = Requests.TotalsPlan.CellsOf(query.Sums);

    /// <summary>Makes what watchers are shown.</summary>
    public abstract ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation);
}
