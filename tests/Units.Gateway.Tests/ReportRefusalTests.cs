using Grpc.Core;

namespace Units.Gateway.Tests;

public sealed class ReportRefusalTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    public static TheoryData<string, V1.Entry> BadEntries { get; } = new()
    {
        { "entries[0].measure UNKNOWN_MEASURE", With(e => e.Measure = "khong-co") },
        { "entries[0].measure BAD_IDENTIFIER", With(e => e.Measure = "Thu NS") },
        { "entries[0].measure FIELD_REQUIRED", With(e => e.Measure = "") },
        { "entries[0].measure INDICATOR_NOT_REPORTABLE", With(e => e.Measure = "ty-le-qua-mang") },
        { "entries[0].category UNKNOWN_CATEGORY", With(e => e.Category = "khong-co") },
        { "entries[0].month BAD_MONTH", With(e => e.Month = "2026-13") },
        { "entries[0].month BAD_MONTH", With(e => e.Month = "10/2026") },
        { "entries[0].month FIELD_REQUIRED", With(e => e.Month = "") },
        { "entries[0].month MONTH_IN_FUTURE", With(e => e.Month = "2026-12") },
        { "entries[0].set NOT_A_NUMBER", With(e => e.Set = "NaN") },
        { "entries[0].set NOT_A_NUMBER", With(e => e.Set = "Infinity") },
        { "entries[0].set NOT_A_NUMBER", With(e => e.Set = "1e5") },
        { "entries[0].set NOT_A_NUMBER", With(e => e.Set = "1.234,5") },
        { "entries[0].set NOT_A_NUMBER", With(e => e.Set = "mười") },
        { "entries[0].set FIELD_REQUIRED", With(e => e.Set = "") },
        { "entries[0].set TOO_MANY_DECIMALS", With(e => e.Set = "1.2345") },
        { "entries[0].set VALUE_OUT_OF_RANGE", With(e => e.Set = "100000000000000.001") },
        { "entries[0].set VALUE_OUT_OF_RANGE", With(e => e.Set = new string('9', 60)) },
        { "entries[0].year_to_date YEAR_TO_DATE_ON_STOCK", With(e => (e.Measure, e.YearToDate) = ("ho-dan", "5")) },
        { "entries[0].hand_over HAND_OVER_ON_MANY_SOURCES", With(e => (e.Measure, e.HandOver) = ("ho-so", "so-noi-vu")) },
        { "entries[0].hand_over BAD_IDENTIFIER", With(e => e.HandOver = "Sở Nội vụ") },
        { "entries[0] NO_STATEMENT", With(e => e.ClearStatement()) },
    };

    [Theory]
    [MemberData(nameof(BadEntries))]
    public async Task A_bad_entry_alone_refuses_the_report_and_says_where_and_why(string expected, V1.Entry entry)
    {
        int before = gateway.CamPha.Reports.Count;
        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(Sample.Report(entry)));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal([expected], refusal.FieldReasons);
        Assert.Equal(expected.Split(' ')[1], refusal.Reason);
        Assert.Equal(before, gateway.CamPha.Reports.Count);
    }

    [Fact]
    public async Task All_violations_of_a_report_come_at_once()
    {
        V1.SubmitReportRequest report = Sample.Report(
            Sample.Revenue(), With(e => (e.Measure, e.Month) = ("khong-co", "2030-01")), With(e => (e.Set, e.Category) = ("abc", "x")));
        report.Unit = "khong-co-don-vi";
        report.Source = "S";
        report.ReportId = "a b";

        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));

        Assert.Equal(
            [
                "source BAD_IDENTIFIER", "report_id BAD_REPORT_ID", "unit UNIT_NOT_FOUND",
                "entries[1].measure UNKNOWN_MEASURE", "entries[1].month MONTH_IN_FUTURE",
                "entries[2].category UNKNOWN_CATEGORY", "entries[2].set NOT_A_NUMBER",
            ],
            refusal.FieldReasons);
        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal("INVALID_REQUEST", refusal.Reason);
        Assert.Equal("7", refusal.Info.Metadata["violations"]);
    }

    [Fact]
    public async Task An_unknown_unit_alone_is_not_found()
    {
        V1.SubmitReportRequest report = Sample.Report(Sample.Revenue());
        report.Unit = "khong-co-don-vi";

        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));

        Assert.Equal(StatusCode.NotFound, refusal.Code);
        Assert.Equal(["unit UNIT_NOT_FOUND"], refusal.FieldReasons);
    }

    [Fact]
    public async Task A_violation_is_told_in_the_language_of_the_caller_and_always_in_English()
    {
        V1.SubmitReportRequest report = Sample.Report(With(e => e.Set = "1.2345"));
        Refusal unasked = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));
        Refusal english = await Refusal.Of(gateway.Reports.SubmitReportAsync(report, GatewayHost.Speaking("fr, en-GB;q=0.9, vi;q=0.1")));

        const string En = "entries[0].set: Too many decimals; at most 3. Nothing is rounded silently. (sent: '1.2345')";
        const string Vi = "entries[0].set: Quá nhiều chữ số thập phân; nhiều nhất 3. Hệ thống không tự làm tròn. (đã gửi: '1.2345')";
        Assert.Equal(En, unasked.Fields[0].Description);
        Assert.Equal(Vi, unasked.Fields[0].LocalizedMessage.Message);
        Assert.Equal("vi", unasked.Localized.Locale);
        Assert.Equal(Vi, unasked.Localized.Message);
        Assert.Equal(En, unasked.Status.Message);
        Assert.Equal("en", english.Localized.Locale);
        Assert.Equal(En, english.Fields[0].LocalizedMessage.Message);
    }

    [Fact]
    public async Task A_report_without_entries_is_refused() =>
        Assert.Equal(["entries NO_ENTRIES"], (await Refusal.Of(gateway.Reports.SubmitReportAsync(Sample.Report()))).FieldReasons);

    [Fact]
    public async Task A_report_of_10_000_entries_passes_and_one_more_is_refused()
    {
        V1.SubmitReportRequest report = Sample.Report([.. Enumerable.Repeat(Sample.Revenue(), Report.MaxEntries)]);
        Assert.Equal(Report.MaxEntries, (await gateway.Reports.SubmitReportAsync(report)).Receipt.Entries.Count);

        report.Entries.Add(Sample.Revenue());
        report.ReportId = Sample.NewId();
        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));
        Assert.Equal(["entries TOO_MANY_ENTRIES"], refusal.FieldReasons);
        Assert.Contains("10001", refusal.Status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Violations_beyond_what_a_trailer_carries_are_counted()
    {
        V1.SubmitReportRequest report = Sample.Report([.. Enumerable.Repeat(With(e => e.Set = "abc"), 2000)]);

        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));

        Assert.Equal("2000", refusal.Info.Metadata["violations"]);
        Assert.Equal(2000 - refusal.Fields.Length, int.Parse(refusal.Info.Metadata["violations_left_out"], null));
        Assert.InRange(refusal.Fields.Length, 50, 1999);
        Assert.Equal("NOT_A_NUMBER", refusal.Reason);
    }

    [Fact]
    public async Task A_message_over_4_MiB_is_refused_for_good_and_not_as_if_it_would_fit_later()
    {
        V1.SubmitReportRequest report = Sample.Report(With(e => e.Set = new string('1', 5 * 1024 * 1024)));

        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal("MESSAGE_TOO_LARGE", refusal.Reason);
    }

    [Theory]
    [InlineData("ho-so", "2026-12")]
    [InlineData("thu-ngan-sach", "2026-11")]
    public async Task The_current_month_follows_the_calendar_of_the_measure(string measure, string month)
    {
        V1.Entry entry = new() { Measure = measure, Month = month, Add = "1" };
        Assert.Equal(
            V1.EntryOutcome.Accepted, (await gateway.Reports.SubmitReportAsync(Sample.Report(entry))).Receipt.Entries[0].Outcome);

        Assert.True(Month.TryParse(month, out Month current));
        entry.Month = current.Plus(1).ToString();
        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(Sample.Report(entry)));
        Assert.Equal(["entries[0].month MONTH_IN_FUTURE"], refusal.FieldReasons);
        Assert.Contains(month, refusal.Status.Message, StringComparison.Ordinal);
    }

    private static V1.Entry With(Action<V1.Entry> spoil)
    {
        V1.Entry entry = Sample.Revenue();
        spoil(entry);
        return entry;
    }
}
