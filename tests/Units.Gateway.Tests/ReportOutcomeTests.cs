using Grpc.Core;

namespace Units.Gateway.Tests;

public sealed class ReportOutcomeTests : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_sound_report_reaches_the_unit_as_it_was_meant()
    {
        V1.SubmitReportRequest request = Sample.Report(
            new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-10", Set = "12.5", Estimate = true, AtLeast = true, Revision = 7 },
            new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-09", YearToDate = "-3" },
            new V1.Entry { Measure = "ho-so", Category = "truc-tuyen", Month = "2026-10", Add = "2" },
            new V1.Entry { Measure = "ho-dan", Month = "2026-10", Clear = new V1.Clear() },
            new V1.Entry { Measure = "ho-dan", Month = "2026-10", HandOver = "so-noi-vu" });

        V1.SubmitReportResponse response = await _gateway.Reports.SubmitReportAsync(request);

        Report report = Assert.Single(_gateway.CamPha.Reports);
        Assert.Equal(
            [EntryKind.Set, EntryKind.YearToDate, EntryKind.Add, EntryKind.Clear, EntryKind.HandOver], report.Entries.Select(e => e.Kind));
        Entry first = report.Entries[0];
        Assert.Equal(new Amount(12_500), first.Value);
        Assert.Equal(Quality.Estimate | Quality.AtLeast, first.Quality);
        Assert.Equal(7, first.Revision);
        Assert.Equal(_gateway.Measure("thu-ngan-sach").Ref, first.Measure);
        Assert.Equal(2, report.Entries[2].Category);
        Assert.Equal(new Month(2026, 1), report.Entries[4].Month);
        Assert.Equal("so-noi-vu", report.Entries[4].NewSource.Text);
        Assert.All(report.Entries, e => Assert.Null(e.Refusal));
        Assert.False(response.Repeated);
        Assert.Equal(1, response.Receipt.Sequence);
        Assert.Equal(request.Entries[0], response.Receipt.Entries[0].Entry);
        Assert.Equal(request.Entries[2], response.Receipt.Entries[2].Entry);
        Assert.Equal("12.5", response.Receipt.Entries[0].Delta);
    }

    [Fact]
    public async Task A_repeated_report_gets_its_first_receipt()
    {
        V1.SubmitReportRequest request = Sample.Report(Sample.Revenue());

        V1.SubmitReportResponse first = await _gateway.Reports.SubmitReportAsync(request);
        V1.SubmitReportResponse second = await _gateway.Reports.SubmitReportAsync(request);
        V1.GetReceiptResponse asked = await _gateway.Reports.GetReceiptAsync(
            new V1.GetReceiptRequest { Unit = request.Unit, Source = request.Source, ReportId = request.ReportId });

        Assert.True(second.Repeated);
        Assert.Equal(first.Receipt, second.Receipt);
        Assert.Equal(first.Receipt, asked.Receipt);
    }

    [Fact]
    public async Task A_bad_entry_among_good_ones_is_refused_in_the_receipt_in_both_languages()
    {
        V1.SubmitReportResponse response = await _gateway.Reports.SubmitReportAsync(
            Sample.Report(Sample.Revenue(), Sample.Revenue("abc"), Sample.Revenue("3")));

        Assert.Equal(
            [V1.EntryOutcome.Accepted, V1.EntryOutcome.Refused, V1.EntryOutcome.Accepted], response.Receipt.Entries.Select(e => e.Outcome));
        V1.Violation violation = response.Receipt.Entries[1].Violation;
        Assert.Equal(("NOT_A_NUMBER", "entries[1].set", "abc"), (violation.Reason, violation.Field, violation.Value));
        Assert.Contains("Không phải số", violation.MessageVi, StringComparison.Ordinal);
        Assert.Contains("Not a number", violation.MessageEn, StringComparison.Ordinal);
        Assert.Equal("NOT_A_NUMBER", _gateway.CamPha.Reports.Single().Entries[1].Refusal!.Reason);
    }

    [Fact]
    public async Task One_bad_entry_refuses_all_where_all_or_nothing_is_asked()
    {
        V1.SubmitReportRequest request = Sample.Report(Sample.Revenue(), Sample.Revenue("abc"));
        request.AllOrNothing = true;

        Refusal refusal = await Refusal.Of(_gateway.Reports.SubmitReportAsync(request));

        Assert.Equal(["entries[1].set NOT_A_NUMBER"], refusal.FieldReasons);
        Assert.Empty(_gateway.CamPha.Reports);
    }

    [Fact]
    public async Task One_id_with_two_contents_shows_both()
    {
        V1.SubmitReportRequest request = Sample.Report(Sample.Revenue("1"));
        V1.SubmitReportResponse first = await _gateway.Reports.SubmitReportAsync(request);
        request.Entries[0].Set = "2";

        Refusal refusal = await Refusal.Of(_gateway.Reports.SubmitReportAsync(request));

        Assert.Equal(StatusCode.AlreadyExists, refusal.Code);
        Assert.Equal(Reasons.OtherContent, refusal.Reason);
        V1.ReportConflict conflict = refusal.Status.Details.Single(d => d.Is(V1.ReportConflict.Descriptor)).Unpack<V1.ReportConflict>();
        Assert.Equal(first.Receipt, conflict.First);
        Assert.Equal(request.Entries, conflict.Sent);
        Assert.NotEqual(conflict.First.ContentSha256, conflict.SentSha256);
        Assert.Equal(conflict.SentSha256, refusal.Info.Metadata["sent_sha256"]);
        Assert.Equal(conflict.First.ContentSha256, refusal.Info.Metadata["first_sha256"]);
    }

    [Fact]
    public async Task What_the_ledger_refuses_names_the_owner_of_the_series()
    {
        Answer(new SubmitResult(SubmitStatus.Refused, null,
            [new Violation(Reasons.OtherSource, "entries[0]", "so-tai-chinh", ["chi-cuc-thue", "2026"])]));

        Refusal refusal = await Submit();

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal(["entries[0] SERIES_OWNED_BY_OTHER_SOURCE"], refusal.FieldReasons);
        Assert.Contains("chi-cuc-thue", refusal.Fields[0].LocalizedMessage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubmitStatus.QueueFull, StatusCode.ResourceExhausted, Reasons.QueueFull)]
    [InlineData(SubmitStatus.Unavailable, StatusCode.Unavailable, Reasons.StorageAway)]
    public async Task What_passes_by_itself_says_when_to_repeat(SubmitStatus answer, StatusCode code, string reason)
    {
        Answer(SubmitResult.Of(answer));

        Refusal refusal = await Submit();

        Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
        Assert.True(refusal.Retry > TimeSpan.Zero);
    }

    public static TheoryData<Exception, StatusCode, string> Faults { get; } = new()
    {
        { new TimeoutException("slow"), StatusCode.DeadlineExceeded, GatewayReasons.OutcomeUnknown },
        { new SiloUnavailableException("gone"), StatusCode.Unavailable, GatewayReasons.ClusterUnavailable },
        { new OrleansException("no gateway"), StatusCode.Unavailable, GatewayReasons.ClusterUnavailable },
        { new ObjectDisposedException("client"), StatusCode.Unavailable, GatewayReasons.ClusterUnavailable },
        { new IOException("reset"), StatusCode.Unavailable, GatewayReasons.ClusterUnavailable },
        { new StorageUnavailableException("away"), StatusCode.Unavailable, Reasons.StorageAway },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_on_the_way_to_the_unit_leaves_the_outcome_unknown_and_is_never_internal(
        Exception fault, StatusCode code, string reason)
    {
        _gateway.CamPha.OnSubmit = (_, _) => Task.FromException<SubmitResult>(fault);

        Refusal refusal = await Submit();

        Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
        Assert.True(refusal.Retry > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_logged_and_its_words_are_not_told()
    {
        _gateway.CamPha.OnSubmit = (_, _) => Task.FromException<SubmitResult>(new InvalidOperationException("secret"));

        Refusal refusal = await Submit();

        Assert.Equal((StatusCode.Internal, GatewayReasons.InternalError), (refusal.Code, refusal.Reason));
        Assert.DoesNotContain("secret", refusal.Status.ToString(), StringComparison.Ordinal);
        Assert.Contains(_gateway.Logs.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deadline_reaches_the_unit()
    {
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gateway.CamPha.OnSubmit = async (_, cancellation) =>
        {
            await using CancellationTokenRegistration registration = cancellation.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return SubmitResult.Of(SubmitStatus.Unavailable);
        };

        RpcException thrown = await Assert.ThrowsAsync<RpcException>(async () => await _gateway.Reports.SubmitReportAsync(
            Sample.Report(Sample.Revenue()), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300)));

        Assert.Equal(StatusCode.DeadlineExceeded, thrown.StatusCode);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Logs_name_unit_and_report_and_never_what_it_says()
    {
        V1.SubmitReportRequest request = Sample.Report(Sample.Revenue("987654.321"));
        await _gateway.Reports.SubmitReportAsync(request);
        request.Unit = "987654 not an id";
        await Refusal.Of(_gateway.Reports.SubmitReportAsync(request));

        Assert.Contains(_gateway.Logs.Lines, l => l.Contains($"unit cam-pha report {request.ReportId}", StringComparison.Ordinal));
        Assert.DoesNotContain(_gateway.Logs.Lines, l => l.Contains("987654", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_nobody_wrote_is_not_found()
    {
        Refusal refusal = await Refusal.Of(_gateway.Reports.GetReceiptAsync(
            new V1.GetReceiptRequest { Unit = "cam-pha", Source = "so-tai-chinh", ReportId = "none" }));

        Assert.Equal((StatusCode.NotFound, GatewayReasons.ReceiptNotFound), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_measure_created_at_another_gateway_is_known_at_the_first_report()
    {
        await _gateway.Reports.SubmitReportAsync(Sample.Report(Sample.Revenue()));
        int reads = _gateway.Cluster.Registry.CatalogueReads;
        await _gateway.Reports.SubmitReportAsync(Sample.Report(Sample.Revenue()));
        Assert.Equal(reads, _gateway.Cluster.Registry.CatalogueReads);

        await _gateway.Cluster.Registry.CreateMeasure(
            new Measure { Id = new MeasureId("moi-tao"), Kind = MeasureKind.Flow, Scale = 0, Name = "Mới tạo" });
        V1.SubmitReportResponse response = await _gateway.Reports.SubmitReportAsync(
            Sample.Report(new V1.Entry { Measure = "moi-tao", Month = "2026-10", Set = "1" }));

        Assert.Equal(V1.EntryOutcome.Accepted, response.Receipt.Entries[0].Outcome);
    }

    private void Answer(SubmitResult result) => _gateway.CamPha.OnSubmit = (_, _) => Task.FromResult(result);

    private Task<Refusal> Submit() => Refusal.Of(_gateway.Reports.SubmitReportAsync(Sample.Report(Sample.Revenue())));

}
