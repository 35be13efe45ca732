using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>When what children say goes to their parents: all together, as soon as the gap is over that the first of them began.</summary>
public sealed class PushRoundTests
{
    private static readonly TimeSpan Short = PushOutbox.Gap;
    private static readonly TimeSpan Long = PushOutbox.BusyGap;
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    private readonly Clock _time = new();
    private readonly Queue<TaskCompletionSource> _awaited = [];
    private readonly List<(UnitId Parent, int Messages)> _sent = [];
    private readonly PushRound _round;

    public PushRoundTests() => _round = new PushRound(_time, Send, (messages, _) => messages > 3 ? Long : Short);

    [Fact]
    public async Task All_parents_are_told_in_one_moment_what_was_said_since_the_first_message()
    {
        Task<PushReply?>[] replies = [Add("quang-ninh", 1), Add("quang-ninh", 2), Add("hai-phong", 1)];
        await _time.Timers(1);
        _time.Advance(Short - Instant);
        Assert.Empty(_sent);

        await Sent(parents: 2, Instant);
        Assert.Equal([("hai-phong", 1), ("quang-ninh", 2)], _sent.Select(s => (s.Parent.Text, s.Messages)).Order());
        Assert.All(await Task.WhenAll(replies), reply => Assert.Equal(PushReply.Ack, reply));
    }

    [Fact]
    public async Task After_many_messages_the_next_wait_longer_and_after_few_no_longer()
    {
        Say(4);
        await _time.Timers(1);
        await Sent(parents: 1, Short);

        Say(1);
        await _time.Timers(2);
        _time.Advance(Long - Instant);
        Assert.Single(_sent);
        await Sent(parents: 1, Instant);

        Say(1);
        await _time.Timers(3);
        await Sent(parents: 1, Short);
        Assert.Equal([4, 1, 1], _sent.Select(s => s.Messages));
    }

    [Fact]
    public async Task Where_nothing_is_said_nothing_waits()
    {
        Say(1);
        await _time.Timers(1);
        await Sent(parents: 1, Short);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, _time.Count);
        Assert.Single(_sent);
    }

    private void Say(int messages)
    {
        for (int n = 1; n <= messages; n++)
        {
            _ = Add("quang-ninh", n);
        }
    }

    private Task<PushReply?> Add(string parent, int version) =>
        _round.Add(new UnitId(parent), new PushMessage(new UnitId("cam-pha"), new UnitVersion(0, version), null, []));

    // The gap is over for all who wait: each parent is told once.
    private async Task Sent(int parents, TimeSpan after)
    {
        TaskCompletionSource[] told = [.. Enumerable.Range(0, parents).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        Array.ForEach(told, _awaited.Enqueue);
        _time.Advance(after);
        await Task.WhenAll(told.Select(t => t.Task)).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    private void Send(UnitId parent, List<PushLetter> letters)
    {
        _sent.Add((parent, letters.Count));
        letters.ForEach(letter => letter.Answer(PushReply.Ack));
        _awaited.Dequeue().SetResult();
    }

    /// <summary>Says when somebody has begun to wait, which happens on another thread.</summary>
    private sealed class Clock : FakeTimeProvider
    {
        private readonly Channel<ITimer> _begun = Channel.CreateUnbounded<ITimer>();
        private int _seen;

        public int Count { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            Count++;
            _begun.Writer.TryWrite(timer);
            return timer;
        }

        public async Task Timers(int count)
        {
            for (; _seen < count; _seen++)
            {
                await _begun.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
            }
        }
    }
}
