using Grpc.Core;
using Units.LoadTest.Contenders;
using Xunit;

namespace Units.LoadTest.Tests.Contenders;

/// <summary>A contender that loses or doubles reports would be no comparison: each is as exact as the product.</summary>
public sealed class ContenderTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Reports = 2_000;
    private const int Senders = 16;

    // A report in five is sent twice, at once or at another time, over a call of its own or in a stream.
    private static readonly string[] Months = ["2026-01", "2026-02", "2026-03"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Kinds => [nameof(ContenderKind.Trigger), nameof(ContenderKind.Expert), nameof(ContenderKind.Roller), nameof(ContenderKind.Naive)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_total_is_the_sum_of_its_reports_however_often_they_are_sent(string kind)
    {
        await using ContenderServer server = await ContenderServer.Start(Enum.Parse<ContenderKind>(kind), postgres.Server);
        V1.SubmitReportRequest[] reports = [.. Enumerable.Range(0, Reports).Select(Report)];
        V1.SubmitReportRequest[] sent = [.. reports, .. reports.Where((_, i) => i % 5 == 0)];
        new Random(7).Shuffle(sent);
        V1.SubmitReportRequest[][] shares = [.. sent.Chunk((sent.Length / Senders) + 1)];

        (V1.Receipt Receipt, bool Repeated)[][] answers = await Task.WhenAll(
            shares.Select((share, i) => i % 2 == 0 ? Unary(server, share) : Streamed(server, share)));

        (V1.Receipt Receipt, bool Repeated)[] all = [.. answers.SelectMany(a => a)];
        Assert.Equal(Reports, all.Count(answer => !answer.Repeated));
        Assert.Equal(sent.Length - Reports, all.Count(answer => answer.Repeated));
        Assert.All(all.GroupBy(a => a.Receipt.ReportId), same => Assert.Single(same.Select(a => a.Receipt).Distinct()));
        Assert.All(all.Where(a => !a.Repeated).GroupBy(a => a.Receipt.Unit), unit => Assert.Equal(unit.Count(), unit.DistinctBy(a => a.Receipt.Sequence).Count()));
        foreach ((string unit, string[] wards) in ContenderServer.Below)
        {
            await RequireTotals(server, unit, [.. reports.Where(report => wards.Contains(report.Unit))]);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_repeated_report_and_whoever_asks_later_get_the_first_receipt(string kind)
    {
        await using ContenderServer server = await ContenderServer.Start(Enum.Parse<ContenderKind>(kind), postgres.Server);
        V1.SubmitReportRequest report = Report(18);

        V1.SubmitReportResponse first = await server.Reports.SubmitReportAsync(report);
        V1.SubmitReportResponse again = await server.Reports.SubmitReportAsync(report);
        V1.GetReceiptResponse later = await server.Reports.GetReceiptAsync(
            new V1.GetReceiptRequest { Unit = report.Unit, Source = report.Source, ReportId = report.ReportId });

        Assert.False(first.Repeated);
        Assert.True(again.Repeated);
        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(first.Receipt, later.Receipt);
        Assert.Equal(report.Entries, first.Receipt.Entries.Select(entry => entry.Entry));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_report_under_a_known_id_is_refused_and_counts_nowhere(string kind)
    {
        await using ContenderServer server = await ContenderServer.Start(Enum.Parse<ContenderKind>(kind), postgres.Server);
        V1.SubmitReportRequest report = Report(3);
        V1.SubmitReportRequest longer = report.Clone();
        longer.Entries.Add(Entry(2, 2, 1_000));
        V1.SubmitReportRequest other = report.Clone();
        other.Entries[0].Add = "77";

        await server.Reports.SubmitReportAsync(report);
        foreach (V1.SubmitReportRequest wrong in (V1.SubmitReportRequest[])[longer, other])
        {
            RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await server.Reports.SubmitReportAsync(wrong));
            Assert.Equal(StatusCode.AlreadyExists, refused.StatusCode);
        }

        await RequireTotals(server, "nation", [report]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_watcher_of_the_root_sees_what_a_ward_reports(string kind)
    {
        await using ContenderServer server = await ContenderServer.Start(Enum.Parse<ContenderKind>(kind), postgres.Server);
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = server.Totals.WatchTotals(
            new V1.WatchTotalsRequest { Units = { "nation" }, Measures = { ContenderServer.Measures }, Range = "2026" }, deadline: Deadline());
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(0, watch.ResponseStream.Current.Totals.Version.N);

        await server.Reports.SubmitReportAsync(Report(3));

        V1.WatchTotalsResponse seen;
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
            seen = watch.ResponseStream.Current;
        }
        while (seen.EventCase != V1.WatchTotalsResponse.EventOneofCase.Totals);
        Assert.Equal(Report(3).Entries.Count, seen.Totals.Measures.Sum(measure => measure.Statements));
    }

    // One entry, or some in another order than any contender locks them in.
    private static V1.SubmitReportRequest Report(int i) => new()
    {
        Unit = ContenderServer.Wards[i % ContenderServer.Wards.Length],
        Source = i % 7 == 0 ? "other-source" : "load-test",
        ReportId = $"report-{i}",
        Entries = { Enumerable.Range(0, i % 3 == 0 ? 4 : 1).Select(n => Entry(n + i, i / 3 - n + 4, i + n + 1)) },
    };

    private static V1.Entry Entry(int measure, int month, int amount) => new()
    {
        Measure = ContenderServer.Measures[measure % ContenderServer.Measures.Length],
        Month = Months[month % Months.Length],
        Add = $"{amount}",
    };

    private static async Task<(V1.Receipt, bool)[]> Unary(ContenderServer server, V1.SubmitReportRequest[] share)
    {
        List<(V1.Receipt, bool)> answers = [];
        foreach (V1.SubmitReportRequest report in share)
        {
            V1.SubmitReportResponse response = await server.Reports.SubmitReportAsync(report, deadline: Deadline());
            answers.Add((response.Receipt, response.Repeated));
        }

        return [.. answers];
    }

    private static async Task<(V1.Receipt, bool)[]> Streamed(ContenderServer server, V1.SubmitReportRequest[] share)
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> call = server.Reports.SubmitReports(deadline: Deadline());
        foreach (V1.SubmitReportRequest report in share)
        {
            await call.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = report });
        }

        await call.RequestStream.CompleteAsync();
        List<(V1.Receipt, bool)> answers = [];
        await foreach (V1.SubmitReportsResponse response in call.ResponseStream.ReadAllAsync())
        {
            Assert.Equal(V1.SubmitReportsResponse.OutcomeOneofCase.Receipt, response.OutcomeCase);
            answers.Add((response.Receipt, response.Repeated));
        }

        return [.. answers];
    }

    // Ancestors follow in the background: the watch ends when they have, and a total that never gets there ends the test.
    private static async Task RequireTotals(ContenderServer server, string unit, V1.SubmitReportRequest[] reports)
    {
        V1.Entry[] entries = [.. reports.SelectMany(report => report.Entries)];
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = server.Totals.WatchTotals(
            new V1.WatchTotalsRequest { Units = { unit }, Measures = { ContenderServer.Measures }, Range = "2026" }, deadline: Deadline());
        await foreach (V1.WatchTotalsResponse seen in watch.ResponseStream.ReadAllAsync())
        {
            if (seen.EventCase == V1.WatchTotalsResponse.EventOneofCase.Totals && seen.Totals.Version.N >= entries.Length)
            {
                break;
            }
        }

        foreach (string month in Months)
        {
            V1.GetTotalsResponse totals = await server.Totals.GetTotalsAsync(
                new V1.GetTotalsRequest { Unit = unit, Measures = { ContenderServer.Measures }, Range = month });
            foreach (V1.MeasureTotal total in totals.Measures)
            {
                V1.Entry[] own = [.. entries.Where(entry => entry.Measure == total.Measure && entry.Month == month)];
                Assert.Equal(own.Length, total.Statements);
                Assert.Equal(own.Length == 0 ? "" : $"{own.Sum(entry => long.Parse(entry.Add, null))}", total.Value);
            }
        }
    }

    private static DateTime Deadline() => (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime;
}
