using Google.Rpc;
using Grpc.Core;
using Units.Gateway.Errors;
using Units.Gateway.Tests.Support;
using Xunit;

namespace Units.Gateway.Tests;

/// <summary>Closing and reopening at the API, and calendars.</summary>
public sealed class PeriodTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_closing_says_who_and_why_and_its_receipt_has_no_entries()
    {
        V1.ClosePeriodResponse closed = await gateway.Reports.ClosePeriodAsync(Closing("close-1"));
        V1.ClosePeriodResponse again = await gateway.Reports.ClosePeriodAsync(Closing("close-1"));

        PeriodChange change = gateway.CamPha.Periods.First(p => p.RequestId.Text == "close-1");
        Assert.Equal((true, "Văn phòng UBND", "Đã chốt quý I", "2025-Q1"), (change.Closes, change.By, change.Reason, change.Range.ToString()));
        Assert.Empty(closed.Receipt.Entries);
        Assert.Equal((false, true), (closed.Repeated, again.Repeated));
    }

    [Fact]
    public async Task Every_violation_of_a_closing_is_told_at_once()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Reports.ReopenPeriodAsync(
            new V1.ReopenPeriodRequest { Unit = "cam-pha", Source = "A", Range = "2025-13", By = new string('x', 201) }));

        Assert.Equal(
            ["by", "range", "reason", "request_id", "source"],
            refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Closed_months_are_listed_the_units_own_first()
    {
        DateTimeOffset at = new(2025, 4, 16, 8, 0, 0, TimeSpan.Zero);
        gateway.Cluster.Unit("cam-son").Closed.AddRange(
        [
            new ClosedMonth(new Month(2025, 2), new UnitId("cam-pha"), at, "Chủ tịch", "x"),
            new ClosedMonth(new Month(2025, 2), new UnitId("cam-son"), at, "Văn phòng", "y"),
            new ClosedMonth(new Month(2025, 1), new UnitId("cam-pha"), at, "Chủ tịch", "x"),
        ]);

        V1.ListClosedMonthsResponse listed = await gateway.Reports.ListClosedMonthsAsync(new V1.ListClosedMonthsRequest { Unit = "cam-son", Range = "2025" });

        Assert.Equal(
            [("2025-01", "cam-pha", "Chủ tịch"), ("2025-02", "cam-son", "Văn phòng"), ("2025-02", "cam-pha", "Chủ tịch")],
            listed.Months.Select(m => (m.Month, m.ClosedAtUnit, m.By)));
    }

    [Fact]
    public async Task A_refusal_for_a_closed_month_says_when_and_by_whom_in_both_languages()
    {
        Violation closed = new(Reasons.PeriodClosed, "entries[0].month", "2025-03", ["2025-03", "2025-04-16T01:02:03Z", "Văn phòng", "cam-pha", "Đã chốt"]);
        gateway.Cluster.Unit("cam-tay").OnSubmit = (_, _) => Task.FromResult(new SubmitResult(SubmitStatus.Refused, null, [closed]));

        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Reports.SubmitReportAsync(new V1.SubmitReportRequest
        {
            Unit = "cam-tay",
            Source = "so-tai-chinh",
            ReportId = "r-1",
            Entries = { new V1.Entry { Measure = "thu-ngan-sach", Month = "2025-03", Set = "1" } },
        }));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains("The month 2025-03 was closed at 2025-04-16T01:02:03Z by Văn phòng at cam-pha: Đã chốt", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("Tháng 2025-03 đã khóa", refused.GetRpcStatus()!.GetDetail<LocalizedMessage>()!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_another_calendar_than_the_measures_is_an_error_that_says_which_it_has()
    {
        RpcException totals = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Measures = { "ho-so" }, Range = "2025-07", Calendar = V1.MonthCalendar.Civil }));
        Assert.Equal(GatewayReasons.OtherCalendar, totals.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Contains("ho-so has the administrative calendar", totals.Status.Detail, StringComparison.Ordinal);

        V1.SubmitReportResponse report = await gateway.Reports.SubmitReportAsync(new V1.SubmitReportRequest
        {
            Unit = "cam-pha",
            Source = "so-tai-chinh",
            ReportId = "calendars",
            Entries =
            {
                new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = "1", Calendar = V1.MonthCalendar.Civil },
                new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = "1", Calendar = V1.MonthCalendar.Administrative },
            },
        });
        Assert.Equal(GatewayReasons.OtherCalendar, report.Receipt.Entries[0].Violation.Reason);
        Assert.Equal(V1.EntryOutcome.Accepted, report.Receipt.Entries[1].Outcome);
    }

    [Fact]
    public async Task A_total_says_its_calendar_and_its_days()
    {
        V1.GetTotalsResponse totals = await gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Measures = { "thu-ngan-sach", "ho-so" }, Range = "2025-07" });

        Assert.Equal(
            [(V1.MonthCalendar.Civil, "2025-07-01", "2025-07-31"), (V1.MonthCalendar.Administrative, "2025-06-15", "2025-07-14")],
            totals.Measures.Select(m => (m.Calendar, m.FirstDay, m.LastDay)));
    }

    [Fact]
    public async Task An_indicator_over_two_calendars_is_refused()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "mixed",
                Formula = V1.FormulaKind.Ratio,
                DisplayName = "x",
                Numerator = new V1.Term { Measure = "thu-ngan-sach" },
                Denominator = new V1.Term { Measure = "ho-so" },
            },
        }));

        Assert.Equal(GatewayReasons.CalendarsDiffer, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    private static V1.ClosePeriodRequest Closing(string id) => new()
    {
        Unit = "cam-pha",
        Source = "van-phong",
        RequestId = id,
        Range = "2025-Q1",
        By = "Văn phòng UBND",
        Reason = "Đã chốt quý I",
    };
}
