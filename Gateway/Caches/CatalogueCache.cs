namespace Units.Gateway.Caches;

/// <summary>Holds the catalogue, and asks the registry again when an id is unknown. Entries are only added, so nothing goes stale.</summary>
internal sealed class CatalogueCache(IGrainFactory grains)
{
    private readonly Lock _gate = new();
    private volatile CatalogueView _view = new(Catalogue.Empty);
    private Task<CatalogueView>? _refresh;

    /// <summary>A view that satisfies <paramref name="suffices"/> where one can.</summary>
    public async ValueTask<CatalogueView> Get(Func<CatalogueView, bool> suffices, CancellationToken cancellation)
    {
        CatalogueView view = _view;
        return suffices(view) ? view : await Refresh(cancellation);
    }

    /// <summary>The catalogue as it stands now.</summary>
    public async ValueTask<CatalogueView> Refresh(CancellationToken cancellation)
    {
        // A load that began before this call may miss an entry that was created before it, so only the next one will do;
        // those who wait share it.
        Task<CatalogueView>? underWay;
        lock (_gate)
        {
            underWay = _refresh;
        }

        if (underWay is not null)
        {
            await ((Task)underWay).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        Task<CatalogueView> next;
        lock (_gate)
        {
            next = _refresh ??= Load();
        }

        return await next.WaitAsync(cancellation);
    }

    private async Task<CatalogueView> Load()
    {
        // Off the lock that the caller holds.
        await Task.Yield();
        try
        {
            CatalogueView view = new(await grains.GetGrain<IRegistryGrain>(0).GetCatalogue());
            _view = view;
            return view;
        }
        finally
        {
            lock (_gate)
            {
                _refresh = null;
            }
        }
    }
}
