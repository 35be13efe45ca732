namespace Units.Gateway.Streaming;

/// <summary>How much of a stream may be taken in and not yet answered: then reading waits, and the sender with it.</summary>
/// <remarks>One reader enters; whoever answers leaves.</remarks>
internal sealed class Room
{
    /// <summary>The most reports.</summary>
    public const int MaxReports = 1_000;

    /// <summary>The most entries, or one report.</summary>
    public const int MaxEntries = 20_000;

    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiting;
    private int _reports;
    private int _entries;

    /// <summary>Reports taken in and not answered.</summary>
    public int Reports
    {
        get
        {
            lock (_gate)
            {
                return _reports;
            }
        }
    }

    /// <summary>Waits until there is room for a report, and takes it.</summary>
    public async ValueTask Enter(int entries, CancellationToken cancellation)
    {
        while (true)
        {
            Task waiting;
            lock (_gate)
            {
                if (_reports == 0 || (_reports < MaxReports && _entries + entries <= MaxEntries))
                {
                    _reports++;
                    _entries += entries;
                    return;
                }

                _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting = _waiting.Task;
            }

            await waiting.WaitAsync(cancellation);
        }
    }

    /// <summary>Gives the room of an answered report back.</summary>
    public void Leave(int entries)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _reports--;
            _entries -= entries;
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetResult();
    }
}
