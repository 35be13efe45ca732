using System.Collections.Concurrent;
using Google.Rpc;
using Grpc.Core;
using Units.Gateway.Errors;
using Units.Gateway.Streaming;
using Units.Gateway.Tests.Support;
using Xunit;

namespace Units.Gateway.Tests;

/// <summary>Streams of reports: answers as commits land, order by unit, and no growth.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly LiveGatewayHost _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Each_report_is_answered_under_its_ids_and_a_refused_one_stops_nobody()
    {
        List<V1.SubmitReportsResponse> answers = await Send(Report("cam-pha", "a"), Report("cam-tay", "b", "x"), Report("nowhere", "c"), Report("cam-pha", "a"), Report("cam-pha", "d"));

        Assert.Equal(5, answers.Count);
        Assert.Equal(3, answers.Count(a => a.OutcomeCase == V1.SubmitReportsResponse.OutcomeOneofCase.Receipt));
        V1.SubmitReportsResponse bad = answers.Single(a => a.ReportId == "b");
        Assert.Equal(("cam-tay", (int)StatusCode.InvalidArgument, GatewayReasons.NotANumber), (bad.Unit, bad.Error.Code, bad.Error.GetDetail<ErrorInfo>()!.Reason));
        Assert.StartsWith("entries[0].set: Không phải số", bad.Error.GetDetail<LocalizedMessage>()!.Message, StringComparison.Ordinal);
        Assert.Equal((int)StatusCode.NotFound, answers.Single(a => a.ReportId == "c").Error.Code);
        Assert.Equal([false, true], answers.Where(a => a.ReportId == "a").Select(a => a.Repeated).Order());
    }

    [Fact]
    public async Task Reports_about_one_unit_are_applied_in_the_order_sent_whatever_has_to_be_repeated()
    {
        ConcurrentQueue<string> applied = new();
        int asked = 0;
        _gateway.CamPha.OnSubmit = (report, _) =>
        {
            switch (Interlocked.Increment(ref asked) % 7)
            {
                case 3:
                    return Task.FromResult(SubmitResult.Of(SubmitStatus.QueueFull));
                case 5:
                    return Task.FromResult(SubmitResult.Of(SubmitStatus.Unavailable));
                case 6:
                    throw new TimeoutException("The silo is gone.");
                default:
                    SubmitResult result = _gateway.CamPha.TakeIn(report);
                    if (result.Status == SubmitStatus.Committed)
                    {
                        applied.Enqueue(report.Id.Text);
                    }

                    return Task.FromResult(result);
            }
        };
        string[] ids = [.. Enumerable.Range(0, 200).Select(i => $"r-{i}")];

        List<V1.SubmitReportsResponse> answers = await Send([.. ids.Select(id => Report("cam-pha", id))]);

        Assert.Equal(ids, applied);
        Assert.Equal(ids, answers.Select(a => a.ReportId));
        Assert.All(answers, a => Assert.NotNull(a.Receipt));
    }

    [Fact]
    public async Task What_gathers_for_a_unit_goes_in_one_call_and_other_units_do_not_wait_for_it()
    {
        TaskCompletionSource open = new();
        _gateway.CamPha.OnSubmit = async (report, _) =>
        {
            await open.Task;
            return _gateway.CamPha.TakeIn(report);
        };
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream = _gateway.Reports.SubmitReports(deadline: Deadline);
        for (int i = 0; i < 100; i++)
        {
            await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-pha", $"slow-{i}") });
        }

        await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-son", "quick") });
        Assert.True(await stream.ResponseStream.MoveNext().WaitAsync(Limit));
        Assert.Equal("quick", stream.ResponseStream.Current.ReportId);
        Assert.Equal(1, _gateway.CamPha.Calls);

        open.SetResult();
        await stream.RequestStream.CompleteAsync();
        Assert.Equal(100, (await Rest(stream)).Count);
        Assert.InRange(_gateway.CamPha.Calls, 1, 3);
    }

    [Fact]
    public async Task More_than_a_stream_may_hold_waits_at_the_sender_and_is_answered_in_the_end()
    {
        TaskCompletionSource open = new();
        int taken = 0;
        _gateway.CamPha.OnSubmit = async (report, _) =>
        {
            Interlocked.Increment(ref taken);
            await open.Task;
            return _gateway.CamPha.TakeIn(report);
        };
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream = _gateway.Reports.SubmitReports(deadline: Deadline);
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-pha", $"r-{i}") });
            }

            await stream.RequestStream.CompleteAsync();
        });

        await Assert.ThrowsAsync<TimeoutException>(() => writing.WaitAsync(TimeSpan.FromSeconds(2)));
        open.SetResult();
        Assert.Equal(20_000, (await Rest(stream)).Count);
        await writing;
    }

    [Fact]
    public async Task The_room_of_a_stream_is_1_000_reports_or_20_000_entries_or_one_report()
    {
        Room room = new();
        for (int i = 0; i < Room.MaxReports; i++)
        {
            await room.Enter(1, CancellationToken.None);
        }

        Task next = room.Enter(1, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        room.Leave(1);
        await next.WaitAsync(Limit);

        Room entries = new();
        await entries.Enter(Room.MaxEntries + 1, CancellationToken.None);
        Task other = entries.Enter(1, CancellationToken.None).AsTask();
        Assert.False(other.IsCompleted);
        entries.Leave(Room.MaxEntries + 1);
        await other.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_unit_that_takes_nothing_in_for_15_seconds_ends_the_stream_and_what_others_took_in_is_answered()
    {
        _gateway.CamPha.OnSubmit = (_, _) => Task.FromResult(SubmitResult.Of(SubmitStatus.Unavailable));
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream = _gateway.Reports.SubmitReports(deadline: Deadline);
        await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-pha", "a") });
        await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-tay", "b") });
        List<V1.SubmitReportsResponse> answers = [];

        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await stream.ResponseStream.MoveNext())
            {
                answers.Add(stream.ResponseStream.Current);
            }
        });

        Assert.Equal(["b"], answers.Select(a => a.ReportId));
        Assert.Equal((StatusCode.Unavailable, Reasons.StorageAway), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
        Assert.Equal("cam-pha", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["unit"]);
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    [Fact]
    public async Task When_the_gateway_stops_what_it_took_in_is_answered_and_the_rest_is_for_another()
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream = _gateway.Reports.SubmitReports(deadline: Deadline);
        await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report("cam-pha", "a") });
        Assert.True(await stream.ResponseStream.MoveNext());
        _gateway.Lifetime.StopApplication();

        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext().WaitAsync(Limit));
        Assert.Equal((StatusCode.Unavailable, GatewayReasons.GatewayStopping), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }

    private static DateTime Deadline => (TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(2)).UtcDateTime;

    private static V1.SubmitReportRequest Report(string unit, string id, string value = "1") => new()
    {
        Unit = unit,
        Source = "so-tai-chinh",
        ReportId = id,
        Entries = { new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-10", Set = value } },
    };

    private async Task<List<V1.SubmitReportsResponse>> Send(params V1.SubmitReportRequest[] reports)
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream = _gateway.Reports.SubmitReports(deadline: Deadline);
        foreach (V1.SubmitReportRequest report in reports)
        {
            await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = report });
        }

        await stream.RequestStream.CompleteAsync();
        return await Rest(stream);
    }

    private static async Task<List<V1.SubmitReportsResponse>> Rest(AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream)
    {
        List<V1.SubmitReportsResponse> answers = [];
        while (await stream.ResponseStream.MoveNext().WaitAsync(Limit))
        {
            answers.Add(stream.ResponseStream.Current);
        }

        return answers;
    }
}
