using Units.LoadTest.Load;

namespace Units.LoadTest.Pages;

/// <summary>What all pages of a run count together.</summary>
internal sealed class PageTally
{
    private readonly Lock _gate = new();
    private Latencies _late = new();
    private Latencies _asks = new();
    private long _failed;
    private long _lastFrame;

    /// <summary>How late each frame was.</summary>
    public Latencies Late
    {
        get
        {
            lock (_gate)
            {
                return _late;
            }
        }
    }

    /// <summary>How long each answer took that a page asked for beside its stream.</summary>
    public Latencies Asks
    {
        get
        {
            lock (_gate)
            {
                return _asks;
            }
        }
    }

    /// <summary>How many of those were refused or did not come.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>When the last frame was shown, in stopwatch ticks.</summary>
    public long LastFrame => Interlocked.Read(ref _lastFrame);

    /// <summary>A frame is shown now and was so late, both in stopwatch ticks.</summary>
    public void TakeFrame(long late, long now)
    {
        lock (_gate)
        {
            _late.Add(late);
            _lastFrame = now;
        }
    }

    /// <summary>An answer took so long, in stopwatch ticks.</summary>
    public void TakeAnswer(long ticks)
    {
        lock (_gate)
        {
            _asks.Add(ticks);
        }
    }

    /// <summary>An answer was refused or did not come.</summary>
    public void Fail() => Interlocked.Increment(ref _failed);

    /// <summary>What came before counts no more.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            (_late, _asks) = (new(), new());
        }

        Interlocked.Exchange(ref _failed, 0);
    }
}
