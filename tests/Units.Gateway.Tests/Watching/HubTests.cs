using Google.Protobuf;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Hosting;
using Units.Gateway.Watching;

namespace Units.Gateway.Tests.Watching;

/// <summary>The one question to a unit behind all its watchers, without a wire.</summary>
public sealed class HubTests : IAsyncDisposable
{
    private static readonly byte[] Head = ResumeTokens.Head(Guid.Empty, "question");

    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    private readonly FakeCluster _cluster = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly List<Task> _runs = [];
    private readonly Lifetime _lifetime = new();
    private readonly WatchHub _hub;

    public HubTests() => _hub = new WatchHub(
        _cluster, TimeProvider.System, new Drain(_lifetime, Options.Create(new GatewayOptions()), TimeProvider.System), maxWatchers: 3, maxUnits: 4);

    private PublishedTotals CamPha => _cluster.Unit("cam-pha").Published;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Task.WhenAll(_runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hub.Dispose();
    }

    [Fact]
    public async Task Figures_that_came_back_are_sent_to_who_resumes_from_others_in_between()
    {
        CamPha.Publish(new UnitVersion(1, 10), 5);
        RecordingWriter first = Watch(new Question());
        await first.NextFrame();

        // What this gateway never saw: at 15 the figure was 6, and another gateway showed it.
        CamPha.Publish(new UnitVersion(1, 20), 5);
        RecordingWriter resumed = Watch(new Question(), new UnitVersion(1, 15));

        Assert.Equal(new UnitVersion(1, 20), (await resumed.NextFrame()).Version);
    }

    [Fact]
    public async Task What_a_token_names_is_not_sent_again_while_only_the_version_moves()
    {
        CamPha.Publish(new UnitVersion(1, 10), 5);
        RecordingWriter first = Watch(new Question());
        await first.NextFrame();
        CamPha.Publish(new UnitVersion(1, 20), 5);
        RecordingWriter resumed = Watch(new Question(), new UnitVersion(1, 10));
        await Eventually(() => _hub.Watchers == 2 && CamPha.Calls > 2);
        CamPha.Publish(new UnitVersion(1, 21), 6);

        Assert.Equal(new UnitVersion(1, 21), (await resumed.NextFrame()).Version);
        Assert.Equal(new UnitVersion(1, 21), (await first.NextFrame()).Version);
    }

    [Fact]
    public async Task An_update_that_could_not_be_shown_at_once_reaches_those_who_watch_all_the_same()
    {
        Question question = new();
        RecordingWriter writer = Watch(question);
        await writer.NextFrame();
        question.Failures = 3;
        CamPha.Publish(new UnitVersion(1, 2), 7);

        Assert.Equal(new UnitVersion(1, 2), (await writer.NextFrame()).Version);
        Assert.Equal(0, question.Failures);
    }

    [Fact]
    public async Task A_question_that_cannot_be_shown_holds_up_no_other_about_the_unit()
    {
        Question broken = new("broken") { Failures = int.MaxValue };
        Watch(broken);
        RecordingWriter sound = Watch(new Question("sound"));

        await sound.NextFrame();
        CamPha.Publish(new UnitVersion(1, 2), 7);
        Assert.Equal(new UnitVersion(1, 2), (await sound.NextFrame()).Version);
    }

    [Fact]
    public async Task Who_is_ahead_of_a_unit_costs_it_no_more_messages_than_who_is_not()
    {
        CamPha.Publish(new UnitVersion(1, 10), 5);
        RecordingWriter ahead = Watch(new Question(), new UnitVersion(1, 12));
        await Eventually(() => CamPha.Calls == 2);
        for (int n = 11; n < 14; n++)
        {
            CamPha.Publish(new UnitVersion(1, n), n);
        }

        Assert.Equal(new UnitVersion(1, 13), (await ahead.NextFrame()).Version);
        Assert.InRange(CamPha.Calls, 2, 5);
    }

    [Fact]
    public void The_bounds_on_watchers_and_on_watched_units_are_held_and_what_leaves_makes_room()
    {
        Watcher[] watchers = [.. Enumerable.Range(0, 3).Select(i => Joined($"unit-{i}"))];
        Assert.Equal(GatewayReasons.TooManyWatchers, Refusal(() => Joined("unit-0")));
        _hub.Leave(watchers[0]);
        Assert.Equal(GatewayReasons.TooManyUnitsWatched, Refusal(() => Joined("unit-3", "unit-4", "unit-5")));
        Assert.Equal((2, 2), (_hub.Watchers, _hub.Units));
        Watcher last = Joined("unit-3", "unit-4");

        foreach (Watcher watcher in (Watcher[])[watchers[1], watchers[2], last])
        {
            _hub.Leave(watcher);
        }

        Assert.Equal((0, 0), (_hub.Watchers, _hub.Units));
    }

    [Fact]
    public void The_questions_about_one_unit_and_what_they_make_it_look_at_are_bounded()
    {
        Watcher many = new(Head, WatchPace.Free, TimeProvider.System);
        many.Subscriptions = [.. Enumerable.Range(0, WatchQuery.MaxParts + 1).Select(i => Ask(many, "cam-pha", new Question($"q{i}")))];
        Assert.Equal(GatewayReasons.TooManyQuestions, Refusal(() => _hub.Join(many)));
        _hub.Leave(many);

        Watcher large = new(Head, WatchPace.Free, TimeProvider.System);
        large.Subscriptions = [Ask(large, "cam-pha", new Question("a", 600)), Ask(large, "cam-pha", new Question("b", 401))];
        Assert.Equal(GatewayReasons.TooManyQuestions, Refusal(() => _hub.Join(large)));
        _hub.Leave(large);
        Assert.Equal((0, 0), (_hub.Watchers, _hub.Units));
    }

    [Fact]
    public async Task Heartbeats_come_within_5_seconds_also_while_an_interval_of_an_hour_holds_totals_back()
    {
        FakeTimeProvider time = new();
        RecordingWriter writer = new();
        Watcher watcher = new(Head, WatchPace.Of(TimeSpan.FromHours(1)), time);
        Subscription subscription = Ask(watcher, "cam-pha", new Question());
        subscription.Feed = new UnitFeed(new UnitId("cam-pha"), _cluster, time, _ => { });
        watcher.Subscriptions = [subscription];
        subscription.Offer(Shown(1));
        _runs.Add(watcher.Run(writer, _gone.Token));
        Assert.Equal(1, (await writer.Next()).Frame!.Version.N);

        for (int beat = 1; beat <= 4; beat++)
        {
            subscription.Offer(Shown(1 + beat));
            time.Advance(TimeSpan.FromSeconds(5));
            (Frame? frame, V1.Heartbeat? said, _) = await writer.Next();
            Assert.Null(frame);
            Assert.Equal(time.GetUtcNow(), said!.ServerTime.ToDateTimeOffset());
            Assert.Equal(TimeSpan.FromSeconds(5 * beat), said.Lag.ToTimeSpan());
            Assert.Equal("cam-pha", Assert.Single(said.Lagging).Unit);
        }

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5, (await writer.NextFrame()).Version.N);
    }

    [Fact]
    public void A_token_tells_a_leaf_without_reports_from_a_unit_of_which_nothing_was_sent()
    {
        UnitVersion?[] versions = [new UnitVersion(0, 0), null, new UnitVersion(7, long.MaxValue), new UnitVersion(long.MaxValue - 1, 0)];
        string token = ResumeTokens.Write(Head, versions);

        Assert.Equal(versions, ResumeTokens.Read(Head, token, versions.Length));
        Assert.Null(ResumeTokens.Read(Head, token, versions.Length - 1));
        Assert.Null(ResumeTokens.Read(Head, token, versions.Length + 1));
        Assert.Null(ResumeTokens.Read(Head, token[..^1], versions.Length));
        Assert.Null(ResumeTokens.Read(ResumeTokens.Head(Guid.NewGuid(), "question"), token, versions.Length));
        Assert.Null(ResumeTokens.Read(ResumeTokens.Head(Guid.Empty, "another"), token, versions.Length));
        Assert.All(Enumerable.Range(0, 1000), i => ResumeTokens.Read(Head, Mutated(token, i), versions.Length));
    }

    private static string Mutated(string token, int seed)
    {
        Random random = new(seed);
        char[] text = token.ToCharArray();
        text[random.Next(text.Length)] = (char)random.Next(1, 128);
        return new string(text, 0, random.Next(text.Length + 1));
    }

    private static Frame Shown(long n) => new(new UnitVersion(1, n), "totals", new V1.GetTotalsResponse());

    private static Subscription Ask(Watcher watcher, string unit, Question question, UnitVersion? known = null) =>
        new(watcher, new UnitId(unit), question, known);

    private static string Refusal(Action action) => Assert.Throws<RefusedException>(action).Reason;

    internal static async Task Eventually(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private RecordingWriter Watch(Question question, UnitVersion? known = null)
    {
        RecordingWriter writer = new();
        Watcher watcher = new(Head, WatchPace.Free, TimeProvider.System);
        watcher.Subscriptions = [Ask(watcher, "cam-pha", question, known)];
        _hub.Join(watcher);
        _runs.Add(watcher.Run(writer, _gone.Token));
        return writer;
    }

    private Watcher Joined(params string[] units)
    {
        Watcher watcher = new(Head, WatchPace.Free, TimeProvider.System);
        watcher.Subscriptions = [.. units.Select(u => Ask(watcher, u, new Question()))];
        try
        {
            _hub.Join(watcher);
        }
        catch (RefusedException)
        {
            _hub.Leave(watcher);
            throw;
        }

        return watcher;
    }

    /// <summary>A question of so many sums, which can be made to fail when it is shown.</summary>
    private sealed class Question(string key = "question", int sums = 1) : MessageQuestion(
        key, new TotalsQuery([.. Enumerable.Repeat(new SumQuery(default, null, Year), sums)], [], false), "totals")
    {
        private int _failures;

        /// <summary>How often it will still fail.</summary>
        public int Failures
        {
            get => Volatile.Read(ref _failures);
            set => Volatile.Write(ref _failures, value);
        }

        protected override ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation)
        {
            if (Failures > 0)
            {
                Failures--;
                throw new TimeoutException("The registry does not answer.");
            }

            return ValueTask.FromResult<IMessage>(new V1.GetTotalsResponse { Unit = totals.Version.ToString() });
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => throw new NotSupportedException();
    }
}
