using Units.Gateway.Errors;
using Units.Gateway.Hosting;

namespace Units.Gateway.Watching;

/// <summary>All watches of this gateway: which units are watched, by how many, and the tick behind heartbeats.</summary>
internal sealed class WatchHub : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a watcher may take to read that the gateway stops, before its connection is cut.</summary>
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<UnitId, UnitFeed> _feeds = [];
    private readonly HashSet<Watcher> _watchers = [];
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly int _maxWatchers;
    private readonly int _maxUnits;
    private readonly CancellationTokenSource _cut = new();
    private bool _isStopping;

    public WatchHub(
        IGrainFactory grains, TimeProvider time, Drain drain, int maxWatchers = GatewayLimits.MaxWatchers,
        int maxUnits = GatewayLimits.MaxUnitsWatched)
    {
        _grains = grains;
        _time = time;
        _maxWatchers = maxWatchers;
        _maxUnits = maxUnits;
        drain.Over.Register(EndAll);
    }

    /// <summary>How many watch.</summary>
    public int Watchers
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Count;
            }
        }
    }

    /// <summary>How many units are watched.</summary>
    public int Units
    {
        get
        {
            lock (_gate)
            {
                return _feeds.Count;
            }
        }
    }

    /// <summary>Cancelled when the gateway stops and watchers have had time to read so: who has not read by then is cut off.</summary>
    public CancellationToken Cut => _cut.Token;

    /// <summary>Takes a watcher in, with all it asks.</summary>
    /// <exception cref="RefusedException">There are too many, too different ones, or the gateway stops.</exception>
    public void Join(Watcher watcher)
    {
        lock (_gate)
        {
            if (_isStopping)
            {
                throw new RefusedException(GatewayReasons.GatewayStopping);
            }

            if (_watchers.Count >= _maxWatchers)
            {
                throw new RefusedException(GatewayReasons.TooManyWatchers, Requests.Fields.Number(_maxWatchers));
            }

            _watchers.Add(watcher);
        }

        foreach (Subscription subscription in watcher.Subscriptions)
        {
            while (!FeedOf(subscription.Unit).TryJoin(subscription))
            {
                // It ended in this moment: the next one is new.
            }
        }
    }

    /// <summary>Lets a watcher go.</summary>
    public void Leave(Watcher watcher)
    {
        lock (_gate)
        {
            _watchers.Remove(watcher);
        }

        foreach (Subscription subscription in watcher.Subscriptions)
        {
            subscription.Feed?.Leave(subscription);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _cut.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Tick, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (Watcher watcher in Snapshot().Where(w => w.IsBeatDue))
            {
                watcher.Wake();
            }
        }
    }

    private UnitFeed FeedOf(UnitId unit)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(unit, out UnitFeed? feed))
            {
                if (_feeds.Count >= _maxUnits)
                {
                    throw new RefusedException(GatewayReasons.TooManyUnitsWatched, Requests.Fields.Number(_maxUnits));
                }

                feed = new UnitFeed(unit, _grains, _time, Forget);
                _feeds.Add(unit, feed);
            }

            return feed;
        }
    }

    private void Forget(UnitFeed feed)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(feed.Unit, out UnitFeed? current) && current == feed)
            {
                _feeds.Remove(feed.Unit);
            }
        }
    }

    /// <summary>Before the host stops listening: each watcher has its resume token and goes on elsewhere.</summary>
    private void EndAll()
    {
        lock (_gate)
        {
            _isStopping = true;
        }

        foreach (Watcher watcher in Snapshot())
        {
            watcher.End(new RefusedException(GatewayReasons.GatewayStopping));
        }

        _ = CutLater();
    }

    private async Task CutLater()
    {
        await Task.Delay(FarewellTime, _time, CancellationToken.None);
        await _cut.CancelAsync();
    }

    private Watcher[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _watchers];
        }
    }
}
