using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Monitor.Live;
using Units.Gateway.Watching;

namespace Units.Gateway.Tests.Watching;

/// <summary>What many who watch the same cost: a unit is not asked for what nobody may be sent, and a round of a watcher is sent at once.</summary>
public sealed class PaceTests : IAsyncDisposable
{
    private static readonly byte[] Head = ResumeTokens.Head(Guid.Empty, "question");
    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeCluster _cluster = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly List<Task> _runs = [];
    private readonly UnitFeed _feed;

    public PaceTests() => _feed = new UnitFeed(new UnitId("cam-pha"), _cluster, _time, _ => { });

    private PublishedTotals CamPha => _cluster.Unit("cam-pha").Published;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Task.WhenAll(_runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [Fact]
    public async Task A_unit_is_asked_no_oftener_than_somebody_may_be_sent_the_answer()
    {
        CamPha.Publish(new UnitVersion(1, 1), 1);
        RecordingWriter writer = Watch(Second);
        await writer.NextFrame();
        int before = CamPha.Calls;
        TimeSpan passed = TimeSpan.Zero;
        for (int n = 2; n <= 500; n++)
        {
            CamPha.Publish(new UnitVersion(1, n), n);
            passed += Pass(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        Assert.InRange(CamPha.Calls - before, 0, passed.TotalSeconds + 2);
        Task<Frame> last = Until(writer, 500);
        await Passing(() => last.IsCompleted, TimeSpan.FromMilliseconds(50));
        Assert.Equal(500, (await last).Version.N);
    }

    [Fact]
    public async Task A_question_is_shown_no_oftener_than_who_asks_it_is_sent_the_answer_whatever_others_ask()
    {
        CamPha.Publish(new UnitVersion(1, 1), 1);
        Question slow = new("slow");
        RecordingWriter paced = Watch(Second, slow);
        RecordingWriter free = Watch(TimeSpan.Zero, new Question("free"));
        // Who comes second may be answered with the first, or by the next answer, which takes a moment.
        Task first = Task.WhenAll(paced.NextFrame(), free.NextFrame());
        await Passing(() => first.IsCompleted, TimeSpan.FromMilliseconds(5));
        await first;
        int before = slow.Shown;
        TimeSpan passed = TimeSpan.Zero;
        for (int n = 2; n <= 100; n++)
        {
            CamPha.Publish(new UnitVersion(1, n), n);
            Task<Frame> next = Until(free, n);
            passed += await Passing(() => next.IsCompleted, TimeSpan.FromMilliseconds(5));
        }

        Assert.InRange(slow.Shown - before, 0, (passed.TotalSeconds / 0.9) + 1);
        // Nothing newer comes; what was held back is sent all the same.
        Task<Frame> last = Until(paced, 100);
        Assert.InRange(await Passing(() => last.IsCompleted, TimeSpan.FromMilliseconds(5)), TimeSpan.Zero, 10 * Second);
    }

    [Fact]
    public async Task Who_joins_waits_for_no_interval_of_others()
    {
        CamPha.Publish(new UnitVersion(1, 1), 1);
        await Watch(TimeSpan.FromHours(1)).NextFrame();
        CamPha.Publish(new UnitVersion(1, 2), 2);
        Task<Frame> first = Watch(TimeSpan.FromHours(1)).NextFrame();
        TimeSpan passed = await Passing(() => first.IsCompleted, TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, (await first).Version.N);
        Assert.InRange(passed, TimeSpan.Zero, Second / 2);
    }

    [Fact]
    public async Task What_a_round_has_is_sent_at_once()
    {
        using MemoryStream sent = new();
        CountingStream body = new(sent);
        DefaultHttpContext context = new() { Response = { Body = body } };
        SseWatchWriter writer = new(context.Response);
        await writer.Flush(TestContext.Current.CancellationToken);
        await writer.Write(Shown(1), "a", TestContext.Current.CancellationToken);
        await writer.Write(Shown(2), "b", TestContext.Current.CancellationToken);
        Assert.Equal(0, body.Flushes);
        await writer.Flush(TestContext.Current.CancellationToken);
        await writer.Flush(TestContext.Current.CancellationToken);

        Assert.Equal(1, body.Flushes);
        Assert.True(sent.Length > 0);
    }

    [Fact]
    public void Many_pages_are_written_to_less_often_and_each_at_least_once_a_second()
    {
        PagePace pace = new();
        Assert.Equal(PagePace.Shortest, pace.Interval);
        List<IDisposable?> pages = [.. Enumerable.Range(0, 1_000).Select(_ => pace.Enter())];
        Assert.Equal(TimeSpan.FromSeconds(1_000.0 / PagePace.WritesPerSecond), pace.Interval);
        pages.AddRange(Enumerable.Range(0, 9_000).Select(_ => pace.Enter()));
        Assert.Equal(PagePace.Longest, pace.Interval);
        pages.ForEach(p => p?.Dispose());
        pages.ForEach(p => p?.Dispose());
        Assert.Equal(PagePace.Shortest, pace.Interval);
    }

    private static Frame Shown(long n) => new(new UnitVersion(1, n), "totals", new V1.GetTotalsResponse());

    private static async Task<Frame> Until(RecordingWriter writer, long n)
    {
        while (true)
        {
            if (await writer.NextFrame() is var frame && frame.Version.N == n)
            {
                return frame;
            }
        }
    }

    private TimeSpan Pass(TimeSpan time)
    {
        _time.Advance(time);
        return time;
    }

    /// <summary>Lets time pass in small steps, so that whatever begins to wait meanwhile has its turn.</summary>
    private async Task<TimeSpan> Passing(Func<bool> until, TimeSpan step)
    {
        TimeSpan passed = TimeSpan.Zero;
        await HubTests.Eventually(() =>
        {
            passed += until() ? TimeSpan.Zero : Pass(step);
            return until();
        });
        return passed;
    }

    private RecordingWriter Watch(TimeSpan interval, Question? question = null)
    {
        RecordingWriter writer = new();
        Watcher watcher = new(Head, WatchPace.Of(interval), _time);
        Subscription subscription = new(watcher, new UnitId("cam-pha"), question ?? new Question(), null);
        watcher.Subscriptions = [subscription];
        Assert.True(_feed.TryJoin(subscription));
        _runs.Add(watcher.Run(writer, _gone.Token));
        return writer;
    }

    private sealed class Question(string key = "question") : MessageQuestion(key, new TotalsQuery([new SumQuery(default, null, Year)], [], false), "totals")
    {
        private int _shown;

        public int Shown => Volatile.Read(ref _shown);

        protected override ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _shown);
            return ValueTask.FromResult<IMessage>(new V1.GetTotalsResponse());
        }
    }

    /// <summary>Counts how often it was told to send what it has.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        public int Flushes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override void Flush() => Flushes++;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
