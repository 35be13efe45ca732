using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Units.Gateway.Errors;

namespace Units.Gateway.Watching;

/// <summary>One stream: what it has still to send is the latest of each of its questions and no more, however slowly it is read.</summary>
internal sealed class Watcher(byte[] tokenHead, WatchPace pace, TimeProvider time)
{
    /// <summary>The time between heartbeats; with the ticks of the hub they come within 5 seconds.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(4);

    /// <summary>How old the last word of a unit may be before it is named in heartbeats.</summary>
    public static readonly TimeSpan LaggingAfter = TimeSpan.FromSeconds(5);

    /// <summary>How long a unit may stay behind the resume token of a watcher.</summary>
    private static readonly TimeSpan CatchUpWithin = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly long _began = time.GetTimestamp();
    private long _beatAt = time.GetTimestamp();
    private volatile RefusedException? _end;
    private string? _token;
    private ITimer? _timer;

    /// <summary>What it asks.</summary>
    public Subscription[] Subscriptions { get; set; } = [];

    /// <summary>How often units are asked and frames are made for it at the most.</summary>
    public TimeSpan Interval => pace.Interval;

    /// <summary>True when a heartbeat is due.</summary>
    public bool IsBeatDue => time.GetElapsedTime(Interlocked.Read(ref _beatAt)) >= BeatEvery;

    /// <summary>Something is to be sent.</summary>
    public void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>Ends the stream with a refusal.</summary>
    public void End(RefusedException refusal)
    {
        _end = refusal;
        Wake();
    }

    /// <summary>Sends until the caller goes or the stream is ended.</summary>
    /// <exception cref="RefusedException">It was ended.</exception>
    public async Task Run(WatchWriter writer, CancellationToken cancellation)
    {
        using IDisposable? counted = pace.Enter();
        try
        {
            await Send(writer, cancellation);
        }
        finally
        {
            writer.End();
            await (_timer?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task Send(WatchWriter writer, CancellationToken cancellation)
    {
        writer.Begin(Wake);
        await writer.Start(cancellation);
        if (Array.Exists(Subscriptions, s => s.Known is not null))
        {
            // Whoever resumes may have nothing new to be told, and wants to know that it is heard.
            await Beat(writer, cancellation);
            await writer.Flush(cancellation);
        }

        long sentAt = 0;
        while (_end is null)
        {
            TimeSpan wait = sentAt == 0 ? TimeSpan.Zero : pace.Least - time.GetElapsedTime(sentAt);
            if (wait <= TimeSpan.Zero && await SendNews(writer, cancellation))
            {
                sentAt = time.GetTimestamp();
            }

            if (IsBeatDue)
            {
                await Beat(writer, cancellation);
            }

            writer.WriteMore();
            await writer.Flush(cancellation);
            await Wait(wait, cancellation);
        }

        throw _end;
    }

    private ValueTask<bool> Wait(TimeSpan untilNext, CancellationToken cancellation)
    {
        if (untilNext > TimeSpan.Zero && Array.Exists(Subscriptions, s => s.HasNews))
        {
            // What holds it back is not over by a signal; the hub tells when a heartbeat is due, where there is a hub.
            TimeSpan untilBeat = BeatEvery - time.GetElapsedTime(Interlocked.Read(ref _beatAt));
            TimeSpan shorter = untilNext < untilBeat ? untilNext : untilBeat;
            _timer ??= time.CreateTimer(watcher => ((Watcher)watcher!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(shorter > TimeSpan.Zero ? shorter : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        return _signal.Reader.ReadAsync(cancellation);
    }

    private async ValueTask<bool> SendNews(WatchWriter writer, CancellationToken cancellation)
    {
        bool any = false;
        foreach (Subscription subscription in Subscriptions)
        {
            if (_end is not null)
            {
                // Its token is over, or this process stops: a slow round tells nothing more that is newer.
                return any;
            }

            if (subscription.Take() is { } frame)
            {
                any = true;
                _token = null;
                await writer.Write(frame, Token(), cancellation);
            }
        }

        return any;
    }

    private async ValueTask Beat(WatchWriter writer, CancellationToken cancellation)
    {
        Interlocked.Exchange(ref _beatAt, time.GetTimestamp());
        V1.Heartbeat beat = new() { ServerTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()) };
        TimeSpan oldest = TimeSpan.Zero;
        foreach (Subscription subscription in Subscriptions)
        {
            FeedState state = subscription.Feed!.State;
            TimeSpan lag = subscription.IsServed ? time.GetElapsedTime(state.HeardAt) : time.GetElapsedTime(_began);
            oldest = lag > oldest ? lag : oldest;
            if (lag >= LaggingAfter)
            {
                beat.Lagging.Add(new V1.LaggingUnit
                {
                    Unit = subscription.Unit.Text,
                    Lag = Duration.FromTimeSpan(lag),
                    Reason = state.Reason.Length > 0 ? state.Reason
                        : subscription.IsBehind ? GatewayReasons.BehindResumeToken : GatewayReasons.ClusterUnavailable,
                    Missing = { state.Missing.Select(m => m.Text) },
                });
            }
        }

        beat.Lag = Duration.FromTimeSpan(oldest);
        RequireCaughtUp();
        await writer.Write(beat, Token(), cancellation);
    }

    private void RequireCaughtUp()
    {
        if (time.GetElapsedTime(_began) < CatchUpWithin)
        {
            return;
        }

        // A unit that is not in step, or does not answer, is not behind: it is waited for.
        if (Array.Find(Subscriptions, s => s.IsBehind && s.Feed!.State.Reason.Length == 0) is { } behind)
        {
            End(new RefusedException(GatewayReasons.BehindResumeToken, behind.Unit.Text));
        }
    }

    private string Token() => _token ??= ResumeTokens.Write(tokenHead, [.. Subscriptions.Select(s => s.Sent)]);
}
