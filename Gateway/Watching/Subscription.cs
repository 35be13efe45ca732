namespace Units.Gateway.Watching;

/// <summary>One question of one watcher about one unit.</summary>
/// <param name="watcher">The watcher.</param>
/// <param name="unit">The unit.</param>
/// <param name="question">The question.</param>
/// <param name="known">The version that its resume token names, or null.</param>
internal sealed class Subscription(Watcher watcher, UnitId unit, WatchQuestion question, UnitVersion? known)
{
    private Frame? _pending;

    /// <summary>The unit.</summary>
    public UnitId Unit => unit;

    /// <summary>The question. Of all who ask the same, one is kept: a question knows the whole page that it was made for.</summary>
    public WatchQuestion Question { get; set; } = question;

    /// <summary>How often the unit is asked and frames are made for it at the most.</summary>
    public TimeSpan Interval => watcher.Interval;

    /// <summary>The version that its resume token names, or null.</summary>
    public UnitVersion? Known { get; } = known;

    /// <summary>The feed that serves it.</summary>
    public UnitFeed? Feed { get; set; }

    /// <summary>True once an answer that was asked for after it joined has reached it.</summary>
    public bool IsServed { get; set; }

    /// <summary>True while the unit has not reached the version of its token.</summary>
    public bool IsBehind { get; set; }

    /// <summary>The version of what was last sent, or of its token; null where nothing was.</summary>
    public UnitVersion? Sent { get; private set; } = known;

    /// <summary>True when something newer than was sent waits to be.</summary>
    public bool HasNews => Volatile.Read(ref _pending) is not null;

    /// <summary>The latest wins: what was not sent yet is replaced.</summary>
    public void Offer(Frame frame)
    {
        Put(frame);
        Wake();
    }

    /// <summary>The same, of which the watcher is not told yet.</summary>
    public void Put(Frame frame) => Volatile.Write(ref _pending, frame);

    /// <summary>Tells the watcher that something is to be sent.</summary>
    public void Wake() => watcher.Wake();

    /// <summary>Takes the latest to send, or null.</summary>
    public Frame? Take()
    {
        Frame? frame = Interlocked.Exchange(ref _pending, null);
        if (frame is null || frame.Version <= Sent)
        {
            return null;
        }

        Sent = frame.Version;
        return frame;
    }
}
