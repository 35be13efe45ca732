using System.Text;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Monitor.Live;

namespace Units.Gateway.Tests.Watching;

/// <summary>The latest entries that pages share.</summary>
public sealed class LiveTickerTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new();
    private int _draws;

    [Fact]
    public async Task Pages_that_show_the_same_are_drawn_for_once_and_only_while_figures_move()
    {
        LiveTicker ticker = new(_ => Task.FromResult($"<ol>{Interlocked.Increment(ref _draws)}</ol>"), _time);
        int woken = 0;
        using IDisposable first = ticker.Join(() => Interlocked.Increment(ref woken));
        using IDisposable second = ticker.Join(() => Interlocked.Increment(ref woken));
        Assert.Empty(ticker.Event);

        ticker.Move();
        await Passing(() => Volatile.Read(ref woken) == 2);
        Assert.Equal("event: latest\ndata: {\"html\":\"<ol>1</ol>\"}\n\n", Encoding.UTF8.GetString(ticker.Event));

        // Nothing moved: however long it takes, nothing is drawn.
        _time.Advance(LiveTicker.Every * 10);
        Assert.Equal(1, Volatile.Read(ref _draws));
        ticker.Move();
        await Passing(() => Volatile.Read(ref woken) == 4);
        Assert.Equal(2, Volatile.Read(ref _draws));
    }

    [Fact]
    public async Task What_could_not_be_drawn_is_tried_again_and_who_left_is_woken_no_more()
    {
        LiveTicker ticker = new(
            _ => Interlocked.Increment(ref _draws) == 1 ? throw new TimeoutException() : Task.FromResult("<ol></ol>"), _time);
        int gone = 0;
        ticker.Join(() => Interlocked.Increment(ref gone)).Dispose();
        int woken = 0;
        using IDisposable page = ticker.Join(() => Interlocked.Increment(ref woken));
        ticker.Move();
        await Passing(() => Volatile.Read(ref woken) == 1);

        Assert.Equal((2, 0), (Volatile.Read(ref _draws), Volatile.Read(ref gone)));
    }

    [Fact]
    public async Task A_page_that_comes_later_is_told_anew_what_others_know()
    {
        LiveTicker ticker = new(_ => Task.FromResult("<ol></ol>"), _time);
        int woken = 0;
        using IDisposable first = ticker.Join(() => Interlocked.Increment(ref woken));
        ticker.Move();
        await Passing(() => Volatile.Read(ref woken) == 1);
        byte[] before = ticker.Event;

        using IDisposable second = ticker.Join(() => Interlocked.Increment(ref woken));
        ticker.Move();
        await Passing(() => Volatile.Read(ref woken) == 3);
        Assert.NotSame(before, ticker.Event);
    }

    private Task Passing(Func<bool> until) => HubTests.Eventually(() =>
    {
        if (!until())
        {
            _time.Advance(Step);
        }

        return until();
    });
}
