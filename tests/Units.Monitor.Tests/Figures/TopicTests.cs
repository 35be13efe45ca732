using Units.Gateway.Monitor.Live;
using Units.Gateway.Watching;

namespace Units.Monitor.Tests.Figures;

public sealed class TopicTests
{
    private static readonly UnitTotals Totals = new() { Unit = new UnitId("don-vi"), Version = new UnitVersion(0, 1), InStep = true, Sums = [], Targets = [] };

    [Fact]
    public async Task A_slow_question_is_not_shown_twice_at_once()
    {
        Slow question = new();
        Topic topic = new(question);

        await Assert.ThrowsAsync<TimeoutException>(() => topic.Show(Totals, TimeSpan.Zero, TimeProvider.System));
        Assert.True(question.Token.IsCancellationRequested);
        await Assert.ThrowsAsync<TimeoutException>(() => topic.Show(Totals, TimeSpan.FromMinutes(1), TimeProvider.System));
        Assert.Equal(1, question.Begun);

        PageFrame frame = new(Totals.Version, _ => new PageParts("", "", [], [], []), null);
        question.Answer.SetResult(frame);
        Assert.Same(frame, await topic.Show(Totals, TimeSpan.FromMinutes(1), TimeProvider.System));
        Assert.Equal(2, question.Begun);
    }

    private sealed class Slow() : WatchQuestion("slow", new TotalsQuery([], [], ByChild: false))
    {
        public TaskCompletionSource<Frame> Answer { get; } = new();

        public int Begun { get; private set; }

        public CancellationToken Token { get; private set; }

        public override ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
        {
            (Begun, Token) = (Begun + 1, cancellation);
            return new ValueTask<Frame>(Answer.Task);
        }
    }
}
