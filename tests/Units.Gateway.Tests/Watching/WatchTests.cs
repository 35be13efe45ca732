using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Units.Gateway.Errors;
using Units.Gateway.Tests.Support;
using Units.Gateway.Watching;
using Xunit;

namespace Units.Gateway.Tests.Watching;

/// <summary>Totals that move: snapshot first, then newer versions only.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly LiveGatewayHost _gateway = new();

    private PublishedTotals CamPha => _gateway.CamPha.Published;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_watcher_gets_what_is_there_and_then_what_is_newer()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();

        V1.WatchTotalsResponse first = await Next(watch);
        CamPha.Publish(new UnitVersion(1, 2), 5000);
        V1.WatchTotalsResponse second = await Next(watch);

        Assert.Equal(("cam-pha", "0.001", 1), (first.Totals.Unit, first.Totals.Measures[0].Value, first.Totals.Version.N));
        Assert.Equal(("5", 2), (second.Totals.Measures[0].Value, second.Totals.Version.N));
    }

    [Fact]
    public async Task A_version_that_changes_nothing_that_is_asked_is_no_message()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();
        await Next(watch);
        CamPha.Publish(new UnitVersion(1, 2), 1);
        CamPha.Publish(new UnitVersion(1, 3), 7000);

        Assert.Equal("7", (await Next(watch)).Totals.Measures[0].Value);
    }

    [Fact]
    public async Task A_thousand_watchers_cost_the_unit_one_message_an_update_and_each_frame_is_encoded_once()
    {
        const int Watchers = 1000;
        const int Updates = 100;
        AsyncServerStreamingCall<V1.WatchTotalsResponse>[] watches = [.. Enumerable.Range(0, Watchers).Select(_ => Watch())];
        await Task.WhenAll(watches.Select(w => Next(w)));
        int calls = CamPha.Calls;
        long encodings = Frame.Encodings;
        long start = TimeProvider.System.GetTimestamp();

        for (int update = 2; update < Updates + 2; update++)
        {
            CamPha.Publish(new UnitVersion(1, update), update * 1000);
            await Task.WhenAll(watches.Select(w => Until(w, update)));
        }

        // Each answer is followed by one more question; when nothing moves, that is one every two seconds. Tests of other classes that run
        // beside this one make a few frames of their own.
        int seconds = (int)TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        // Where the question that the first update answered was counted before, the one after the last update is on its way yet.
        await HubTests.Eventually(() => CamPha.Calls - calls >= Updates);
        TestContext.Current.TestOutputHelper?.WriteLine($"{CamPha.Calls - calls} calls, {Frame.Encodings - encodings} encodings in {seconds} s");
        Assert.InRange(CamPha.Calls - calls, Updates, Updates + 2 + seconds);
        Assert.InRange(Frame.Encodings - encodings, Updates, Updates + 50);
        Array.ForEach(watches, w => w.Dispose());
    }

    [Fact]
    public async Task A_resume_token_sends_again_only_what_has_changed()
    {
        string token;
        using (AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch())
        {
            token = (await Next(watch)).ResumeToken;
        }

        using AsyncServerStreamingCall<V1.WatchTotalsResponse> resumed = Watch(token);
        V1.WatchTotalsResponse beat = await Any(resumed);
        CamPha.Publish(new UnitVersion(1, 9), 9000);

        Assert.Equal(V1.WatchTotalsResponse.EventOneofCase.Heartbeat, beat.EventCase);
        Assert.Equal(9, (await Next(resumed)).Totals.Version.N);
    }

    [Fact]
    public async Task A_token_of_another_question_or_ledger_is_refused()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();
        string token = (await Next(watch)).ResumeToken;

        await Refused(GatewayReasons.BadResumeToken, StatusCode.InvalidArgument, Watch("abc"));
        await Refused(GatewayReasons.BadResumeToken, StatusCode.InvalidArgument, Watch(token + "AA"));
        V1.WatchTotalsRequest other = Request(token);
        other.Range = "2024";
        await Refused(GatewayReasons.BadResumeToken, StatusCode.InvalidArgument, _gateway.Totals.WatchTotals(other));
    }

    [Fact]
    public async Task A_unit_that_stays_behind_a_token_ends_the_watch_and_nothing_older_is_shown()
    {
        CamPha.Publish(new UnitVersion(5, 5), 5000);
        string token;
        using (AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch())
        {
            token = (await Next(watch)).ResumeToken;
        }

        // A gateway that watches the unit still has shown version 5 itself, and waits for it.
        await Unwatched();
        CamPha.Publish(new UnitVersion(4, 1), 1000);
        await _gateway.Cluster.Registry.CreateUnit(new Unit { Id = new UnitId("other"), Namings = [new UnitNaming(null, UnitKind.City, "x", "")], Edges = [], Identifiers = [] });
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> behind = Watch(token);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
            {
                Assert.NotEqual(V1.WatchTotalsResponse.EventOneofCase.Totals, (await Any(behind)).EventCase);
            }
        });

        Assert.Equal((StatusCode.Unavailable, GatewayReasons.BehindResumeToken), (refused.StatusCode, Reason(refused)));
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    [Fact]
    public async Task A_unit_that_is_not_in_step_is_named_and_keeps_its_last_value()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();
        await Next(watch);
        CamPha.InStep(false);

        V1.Heartbeat beat = await Beat(watch, b => b.Lagging.Count > 0);
        Assert.Equal(("cam-pha", Reasons.NotInStep, "cam-tay"), (beat.Lagging[0].Unit, beat.Lagging[0].Reason, Assert.Single(beat.Lagging[0].Missing)));
        Assert.True(beat.Lag.ToTimeSpan() >= TimeSpan.FromSeconds(5));

        CamPha.InStep(true);
        CamPha.Publish(new UnitVersion(2, 1), 3000);
        Assert.Equal("3", (await Next(watch)).Totals.Measures[0].Value);
    }

    [Fact]
    public async Task Heartbeats_come_at_least_every_5_seconds_also_between_totals()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();
        await Next(watch);
        DateTime? last = null;
        for (int beats = 0; beats < 3;)
        {
            CamPha.Publish(new UnitVersion(1, 10 + beats), beats * 1000);
            V1.WatchTotalsResponse answer = await Any(watch);
            if (answer.Heartbeat is { } beat)
            {
                DateTime at = beat.ServerTime.ToDateTime();
                Assert.True(last is null || at - last <= TimeSpan.FromSeconds(5), $"{last} to {at}");
                Assert.True(beat.Lag.ToTimeSpan() < TimeSpan.FromSeconds(5));
                last = at;
                beats++;
            }
        }
    }

    [Fact]
    public async Task Between_two_messages_lies_at_least_the_interval_that_was_asked_for_and_the_latest_comes_after_it()
    {
        V1.WatchTotalsRequest request = Request();
        request.MinInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = _gateway.Totals.WatchTotals(request);
        await Next(watch);
        long start = TimeProvider.System.GetTimestamp();
        for (int n = 2; n <= 50; n++)
        {
            CamPha.Publish(new UnitVersion(1, n), n * 1000);
        }

        V1.WatchTotalsResponse next = await Next(watch);
        Assert.Equal(50, next.Totals.Version.N);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0.8, 20);
    }

    [Fact]
    public async Task The_league_table_moves_and_a_child_that_never_reported_stands_in_it()
    {
        using AsyncServerStreamingCall<V1.WatchChildrenResponse> watch = _gateway.Totals.WatchChildren(
            new V1.WatchChildrenRequest { Unit = "cam-pha", Indicator = "tong-thu", Range = "2025" }, deadline: Deadline);
        Assert.True(await watch.ResponseStream.MoveNext());
        V1.CompareChildrenResponse table = watch.ResponseStream.Current.Table;
        Assert.Equal(["cam-tay", "cam-son", "mong-duong"], table.Children.Select(c => c.Unit));
        Assert.Equal("", table.Children[1].Total.Value);

        CamPha.Publish(new UnitVersion(1, 2), 2000);
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext());
        }
        while (watch.ResponseStream.Current.Table is null);
        Assert.Equal("2", watch.ResponseStream.Current.Table.Children[0].Total.Value);
    }

    [Fact]
    public async Task The_league_table_by_a_figure_moves_and_lists_apart_who_cannot_be_ranked()
    {
        using AsyncServerStreamingCall<V1.WatchChildrenResponse> watch = _gateway.Totals.WatchChildren(
            new V1.WatchChildrenRequest { Unit = "cam-pha", Indicator = "tong-thu", Range = "2025", Figure = V1.Figure.Value }, deadline: Deadline);
        Assert.True(await watch.ResponseStream.MoveNext());
        V1.CompareChildrenResponse table = watch.ResponseStream.Current.Table;
        Assert.Equal([("cam-tay", 1)], table.Children.Select(c => (c.Unit, c.Rank)));
        Assert.Equal([("cam-son", V1.Gap.NotReported), ("mong-duong", V1.Gap.NotReported)], table.Unranked.Select(u => (u.Child.Unit, u.Gap)));

        CamPha.Publish(new UnitVersion(1, 2), 2000);
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext());
        }
        while (watch.ResponseStream.Current.Table is null);
        Assert.Equal("2", watch.ResponseStream.Current.Table.Children[0].Figure);
    }

    [Fact]
    public async Task Every_violation_of_a_request_is_told_at_once()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Next(_gateway.Totals.WatchTotals(new V1.WatchTotalsRequest
        {
            Units = { "cam-pha", "cam-pha", "nowhere" },
            Range = "soon",
            Measures = { "thu-ngan-sach" },
            Calendar = V1.MonthCalendar.Administrative,
            MinInterval = Duration.FromTimeSpan(TimeSpan.FromHours(2)),
        })));

        Assert.Equal(
            ["calendar", "min_interval", "range", "units[1]", "units[2]"],
            refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_the_gateway_stops_each_watcher_is_sent_on_with_its_token()
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = Watch();
        await Next(watch);
        _gateway.Lifetime.StopApplication();

        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Next(watch));
        Assert.Equal((StatusCode.Unavailable, GatewayReasons.GatewayStopping), (refused.StatusCode, Reason(refused)));
    }

    [Fact]
    public async Task A_watcher_that_does_not_read_does_not_hold_up_the_stop_of_the_gateway()
    {
        V1.WatchTotalsRequest large = Request();
        large.Measures.Add(Enumerable.Repeat("thu-ngan-sach", 900));
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> unread = _gateway.Totals.WatchTotals(large);
        await unread.ResponseHeadersAsync.WaitAsync(Limit);
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> read = Watch();

        // 100 KB a frame: the first few fill what the transport takes.
        for (int n = 2; n < 12; n++)
        {
            CamPha.Publish(new UnitVersion(1, n), n * 1000);
            await Until(read, n);
        }

        long start = TimeProvider.System.GetTimestamp();
        await _gateway.Stop();
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped in {seconds:0.0} s");
        Assert.InRange(seconds, 0, 10);
    }

    private static DateTime Deadline => (TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(2)).UtcDateTime;

    private static V1.WatchTotalsRequest Request(string token = "") => new()
    {
        Units = { "cam-pha" },
        Measures = { "thu-ngan-sach" },
        Range = "2025",
        ResumeToken = token,
    };

    private AsyncServerStreamingCall<V1.WatchTotalsResponse> Watch(string token = "") => _gateway.Totals.WatchTotals(Request(token), deadline: Deadline);

    private async Task Unwatched()
    {
        using CancellationTokenSource limit = new(Limit);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(5));
        while (_gateway.Hub.Units > 0)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<V1.WatchTotalsResponse> Any(AsyncServerStreamingCall<V1.WatchTotalsResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext().WaitAsync(Limit));
        return watch.ResponseStream.Current;
    }

    private static async Task<V1.WatchTotalsResponse> Next(AsyncServerStreamingCall<V1.WatchTotalsResponse> watch)
    {
        V1.WatchTotalsResponse answer;
        do
        {
            answer = await Any(watch);
        }
        while (answer.EventCase != V1.WatchTotalsResponse.EventOneofCase.Totals);
        return answer;
    }

    private static async Task Until(AsyncServerStreamingCall<V1.WatchTotalsResponse> watch, long n)
    {
        while ((await Next(watch)).Totals.Version.N < n)
        {
            // A version before it.
        }
    }

    private static async Task<V1.Heartbeat> Beat(AsyncServerStreamingCall<V1.WatchTotalsResponse> watch, Func<V1.Heartbeat, bool> condition)
    {
        while (true)
        {
            if ((await Any(watch)).Heartbeat is { } beat && condition(beat))
            {
                return beat;
            }
        }
    }

    private static async Task Refused(string reason, StatusCode code, AsyncServerStreamingCall<V1.WatchTotalsResponse> watch)
    {
        using (watch)
        {
            RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Next(watch));
            Assert.Equal((code, reason), (refused.StatusCode, Reason(refused)));
        }
    }

    private static string Reason(RpcException refused) => refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
}
