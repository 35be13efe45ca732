using System.Runtime.InteropServices;
using Orleans.Concurrency;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>Naive Orleans: one <c>WriteStateAsync</c> for each report; what comes while a write is under way shares the next one.</summary>
[Reentrant]
[GrainType("naive-unit")]
internal sealed class NaiveUnitGrain(
    [PersistentState("naive-unit", NaiveHosting.Storage)] IPersistentState<NaiveState> state,
    ContenderDirectory directory, TimeProvider time, ILogger<NaiveUnitGrain> logger) : Grain, INaiveUnitGrain
{
    // Storage serializes the state on any thread, so it stands still while it is written: new reports wait in the batch after.
    private NaiveBatch _next = new();
    private NaiveBatch? _underWay;
    private Exception? _broken;

    // What is shown: what is written of its own, and what its children pushed.
    private readonly Dictionary<NaiveCell, CellTotal> _total = [];
    private readonly Dictionary<string, Dictionary<NaiveCell, CellTotal>> _held = [];
    private UpwardPush? _upward;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        KnownUnit me = (await directory.Unit(NaiveHosting.UnitOf(this.GetPrimaryKeyString())))!;
        if (me.Path.Length > 1)
        {
            _upward = new UpwardPush(me.Id, Grain((await directory.Unit(me.Path[1]))!), time, logger);
        }

        foreach ((NaiveCell cell, CellTotal own) in state.State.Own)
        {
            Add(cell, own);
        }

        // Ancestors are in memory alone: who wakes up asks its children, and they theirs, down to the wards, which read their state.
        IReadOnlyList<KnownUnit> children = await directory.Children(me);
        Dictionary<NaiveCell, CellTotal>[] cells = await Task.WhenAll(children.Select(child => Grain(child).Cells()));
        for (int i = 0; i < cells.Length; i++)
        {
            Hold(children[i].Id, cells[i]);
        }
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _upward?.Stop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<(StoredReport Report, bool Repeated)> Submit(string source, string id, IncomingEntry[] entries)
    {
        if (_broken is not null)
        {
            throw new InvalidOperationException("The last write of this unit failed: it reads its state again.", _broken);
        }

        (string, string) key = (source, id);
        NaiveBatch? carrier = Carrier(key);
        bool repeated = carrier is not null || state.State.Reports.ContainsKey(key);
        if (!repeated)
        {
            carrier = _next;
            carrier.Reports.Add(key, entries);
            if (_underWay is null)
            {
                _ = Write();
            }
        }

        await (carrier?.Written ?? Task.CompletedTask);
        return (state.State.Reports[key], repeated);
    }

    /// <inheritdoc/>
    public async Task<StoredReport?> Find(string source, string id)
    {
        await (Carrier((source, id))?.Written ?? Task.CompletedTask);
        return state.State.Reports.GetValueOrDefault((source, id));
    }

    /// <inheritdoc/>
    public Task<CellTotal[]> Read(int[] measures, short from, short to)
    {
        CellTotal[] sums = new CellTotal[measures.Length];
        for (int i = 0; i < measures.Length; i++)
        {
            for (short month = from; month <= to; month++)
            {
                sums[i] += _total.GetValueOrDefault(new NaiveCell(measures[i], month));
            }
        }

        return Task.FromResult(sums);
    }

    /// <inheritdoc/>
    public Task<Dictionary<NaiveCell, CellTotal>> Cells() => Task.FromResult(_total);

    /// <inheritdoc/>
    public Task Push(string child, Dictionary<NaiveCell, CellTotal> cells)
    {
        Hold(child, cells);
        return Task.CompletedTask;
    }

    private async Task Write()
    {
        while (_next.Reports.Count > 0)
        {
            (NaiveBatch batch, _next) = (_next, new NaiveBatch());
            _underWay = batch;
            DateTimeOffset receivedAt = Moments.Now(time);
            foreach (((string Source, string Id) key, IncomingEntry[] entries) in batch.Reports)
            {
                Record(key, new StoredReport(state.State.Reports.Count + 1, receivedAt, entries));
            }

            try
            {
                await state.WriteStateAsync();
            }
            catch (Exception e)
            {
                // The state in memory may be ahead of what is stored: nothing more is taken in before it is read again.
                _broken = e;
                batch.Fail(e);
                _next.Fail(e);
                DeactivateOnIdle();
                return;
            }

            foreach (IncomingEntry entry in batch.Reports.Values.SelectMany(entries => entries))
            {
                Add(new NaiveCell(entry.Measure, entry.Month), new CellTotal(entry.Amount, 1));
            }

            batch.Complete();
        }

        _underWay = null;
    }

    private void Record((string Source, string Id) key, StoredReport report)
    {
        state.State.Reports.Add(key, report);
        foreach (IncomingEntry entry in report.Entries)
        {
            ref CellTotal own = ref CollectionsMarshal.GetValueRefOrAddDefault(state.State.Own, new NaiveCell(entry.Measure, entry.Month), out _);
            own += new CellTotal(entry.Amount, 1);
        }
    }

    private void Hold(string child, Dictionary<NaiveCell, CellTotal> cells)
    {
        if (!_held.TryGetValue(child, out Dictionary<NaiveCell, CellTotal>? held))
        {
            _held[child] = held = [];
        }

        foreach ((NaiveCell cell, CellTotal now) in cells)
        {
            Add(cell, now - held.GetValueOrDefault(cell));
            held[cell] = now;
        }
    }

    private void Add(NaiveCell cell, CellTotal change)
    {
        ref CellTotal total = ref CollectionsMarshal.GetValueRefOrAddDefault(_total, cell, out _);
        total += change;
        _upward?.Changed(cell, total);
    }

    private NaiveBatch? Carrier((string Source, string Id) key) =>
        _next.Reports.ContainsKey(key) ? _next : _underWay?.Reports.ContainsKey(key) == true ? _underWay : null;

    private INaiveUnitGrain Grain(KnownUnit unit) => GrainFactory.GetGrain<INaiveUnitGrain>(NaiveHosting.KeyOf(unit.Id));
}
