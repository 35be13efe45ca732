using System.Collections.Concurrent;
using System.Collections.Immutable;
using Units.Gateway.Caches;

namespace Units.Gateway.Monitor.Reading;

/// <summary>
/// Finds the latest reports below a unit. A unit holds the totals of its children and not their entries, so it is asked which children have moved, and
/// those are asked what came. What is found is kept for a moment, and shared by all who look.
/// </summary>
internal sealed class NewsReader(IGrainFactory grains, CatalogueCache catalogue, TimeProvider time)
{
    /// <summary>The most lines that are kept of a unit.</summary>
    public const int MaxLines = 10;

    private const int MaxUnits = 200;
    private const int MaxLevels = 8;
    private const int Width = 4;
    private const int LinesOfUnit = 3;

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<UnitId, Kept> _kept = new();

    /// <summary>The latest lines of a unit and all below it that were found, the newest first.</summary>
    public async Task<IReadOnlyList<News>> Latest(UnitId unit, CancellationToken cancellation)
    {
        if (_kept.Count >= MaxUnits)
        {
            _kept.Clear();
        }

        Kept kept = _kept.GetOrAdd(unit, _ => new Kept());
        Task<IReadOnlyList<News>> latest;
        lock (kept)
        {
            if (kept.Task is null || (kept.Task.IsCompleted && time.GetElapsedTime(kept.At) >= FreshFor))
            {
                (kept.At, kept.Task) = (time.GetTimestamp(), Read(unit, kept));
            }

            latest = kept.Task;
        }

        return await latest.WaitAsync(cancellation);
    }

    private async Task<IReadOnlyList<News>> Read(UnitId unit, Kept kept)
    {
        await Task.Yield();
        try
        {
            List<News> found = [.. kept.Lines];
            await Visit(unit, kept, MaxLevels, found);
            kept.Lines =
            [
                .. found.DistinctBy(n => (n.Unit, n.Line.Place)).OrderByDescending(n => n.Line.ReceivedAt).ThenByDescending(n => n.Line.Place.Sequence).Take(MaxLines),
            ];
        }
        catch (Exception e) when (e is TimeoutException or OrleansException or StorageUnavailableException)
        {
            // What is known is shown again; the page says by other means how old its figures are.
        }

        return kept.Lines;
    }

    private async Task Visit(UnitId unit, Kept kept, int levels, List<News> found)
    {
        IUnitGrain grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));
        UnitTotals totals = await grain.Read(new TotalsQuery([], [], ByChild: true));
        if (totals.Children.IsEmpty || levels == 0)
        {
            await ReadLines(unit, grain, found);
            return;
        }

        foreach (ChildTotals child in totals.Children)
        {
            kept.Look(child.Child).Take(child.Version);
        }

        // Who has moved comes first and waits for its turn in a burst; where few have, those that were visited least are looked up, so that the latest
        // reports are found wherever they were made before anybody looked.
        ChildTotals[] next =
        [
            .. totals.Children.Where(c => c.Version.N > 0).OrderByDescending(c => kept.Look(c.Child).HasMoved).ThenBy(c => kept.Look(c.Child).Visits)
                .ThenByDescending(c => c.Version.N).Take(Width),
        ];
        foreach (ChildTotals child in next)
        {
            if (child.Version.Epoch > 0)
            {
                await Visit(child.Child, kept, levels - 1, found);
            }
            else
            {
                // A leaf: its version is its place in its own journal.
                await ReadLines(child.Child, grains.GetGrain<IUnitGrain>(UnitKey.Of(child.Child)), found);
            }

            kept.Look(child.Child).Visit();
        }
    }

    private async Task ReadLines(UnitId unit, IUnitGrain grain, List<News> found)
    {
        CatalogueView view = await catalogue.Get(v => v.Measures.Count > 0, CancellationToken.None);
        JournalPage page = await grain.ListEntries(new JournalQuery
        {
            PageSize = LinesOfUnit,
            Outcome = EntryOutcome.Accepted,
            ManySources = [.. view.Measures.Where(m => m.Sources == SourceRule.Many).Select(m => m.Number)],
        });
        found.AddRange(page.Lines.Where(l => l.Kind is JournalLineKind.Set or JournalLineKind.Add or JournalLineKind.YearToDate).Select(l => new News(unit, l)));
    }

    private sealed class Kept
    {
        public long At { get; set; }

        public Task<IReadOnlyList<News>>? Task { get; set; }

        public ImmutableArray<News> Lines { get; set; } = [];

        private Dictionary<UnitId, ChildLook> Looks { get; } = [];

        public ChildLook Look(UnitId child) => Looks.TryGetValue(child, out ChildLook? look) ? look : Looks[child] = new ChildLook();
    }

    private sealed class ChildLook
    {
        private UnitVersion? _seen;

        public bool HasMoved { get; private set; }

        public int Visits { get; private set; }

        public void Take(UnitVersion version)
        {
            HasMoved |= _seen is { } seen && seen != version;
            _seen = version;
        }

        public void Visit() => (HasMoved, Visits) = (false, Visits + 1);
    }
}
