using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Units.Gateway.Watching;
using Xunit;

namespace Units.Gateway.Tests.Watching;

/// <summary>A watcher that does not read costs one frame a unit, and misses what is between.</summary>
public sealed class SlowWatcherTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task After_10_000_newer_versions_it_gets_the_latest_next_and_none_of_the_others_was_kept()
    {
        (Watcher watcher, Subscription subscription) = Watching();
        BlockedWriter writer = new();
        using CancellationTokenSource gone = new();
        Task run = watcher.Run(writer, gone.Token);
        subscription.Offer(Shown(1));
        Assert.Equal(1, await writer.Begun.ReadAsync(gone.Token).AsTask().WaitAsync(Limit, gone.Token));

        List<WeakReference> skipped = Publish(subscription, 2, 10_000);
        writer.Release();
        Assert.Equal(10_001, await writer.Begun.ReadAsync(gone.Token).AsTask().WaitAsync(Limit, gone.Token));

        GC.Collect();
        Assert.InRange(skipped.Count(s => s.IsAlive), 0, 2);
        await gone.CancelAsync();
        writer.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task What_is_not_newer_than_what_was_sent_is_never_sent()
    {
        (Watcher watcher, Subscription subscription) = Watching();
        BlockedWriter writer = new();
        using CancellationTokenSource gone = new();
        Task run = watcher.Run(writer, gone.Token);
        subscription.Offer(Shown(5));
        Assert.Equal(5, await writer.Begun.ReadAsync(gone.Token));
        writer.Release();
        subscription.Offer(Shown(4));
        subscription.Offer(Shown(5));
        Assert.Null(subscription.Take());
        subscription.Offer(Shown(6));
        Assert.Equal(6, await writer.Begun.ReadAsync(gone.Token));
        await gone.CancelAsync();
        writer.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static (Watcher Watcher, Subscription Subscription) Watching()
    {
        Watcher watcher = new(new byte[17], WatchPace.Free, TimeProvider.System);
        Subscription subscription = new(watcher, new UnitId("cam-pha"), new Question(), null);
        watcher.Subscriptions = [subscription];
        return (watcher, subscription);
    }

    // Apart, so that no local of the test keeps a frame alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Publish(Subscription subscription, int from, int count)
    {
        List<WeakReference> frames = [];
        for (int n = from; n < from + count; n++)
        {
            Frame frame = Shown(n);
            frames.Add(new WeakReference(frame));
            subscription.Offer(frame);
        }

        return frames;
    }

    private static Frame Shown(long n) => new(new UnitVersion(1, n), "totals", new V1.GetTotalsResponse { Version = new V1.Version { Epoch = 1, N = n } });

    private sealed class Question() : MessageQuestion("q", new TotalsQuery([], [], false), "totals")
    {
        protected override ValueTask<Google.Protobuf.IMessage> Message(UnitTotals totals, CancellationToken cancellation) => throw new NotSupportedException();
    }

    /// <summary>A caller that reads only when it is let.</summary>
    private sealed class BlockedWriter() : WatchWriter(new DefaultHttpContext().Response)
    {
        private readonly Channel<long> _begun = Channel.CreateUnbounded<long>();
        private readonly Channel<bool> _reads = Channel.CreateUnbounded<bool>();

        public ChannelReader<long> Begun => _begun.Reader;

        public void Release() => _reads.Writer.TryWrite(true);

        public override Task Start(CancellationToken cancellation) => Task.CompletedTask;

        public override async ValueTask Write(Frame frame, string token, CancellationToken cancellation)
        {
            _begun.Writer.TryWrite(frame.Version.N);
            await _reads.Reader.ReadAsync(cancellation);
        }

        public override ValueTask Write(V1.Heartbeat heartbeat, string token, CancellationToken cancellation) => ValueTask.CompletedTask;

        public override ValueTask<bool> Fail(Google.Rpc.Status status) => ValueTask.FromResult(false);
    }
}
