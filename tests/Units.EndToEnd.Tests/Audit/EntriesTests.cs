using System.Text.Json.Nodes;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Xunit;

namespace Units.EndToEnd.Tests.Audit;

/// <summary>The audit trail: who reported what, what it replaced, and by how much it moved the total.</summary>
public sealed class EntriesTests(Databases databases)
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task The_trail_tells_what_each_line_replaced_and_moved(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        string root = await api.CreateUnit(Api.NewId("root"));
        string ward = await api.CreateUnit(Api.NewId("ward"), root);
        string measure = await api.CreateMeasure(Api.NewId("measure"), scale: 1);
        string indicator = await api.CreateAmount(Api.NewId("indicator"), measure, "x");
        await api.Submit(ward, "r-1", new V1.Entry { Measure = measure, Month = "2025-03", Set = "10", Estimate = true });
        await api.Submit(ward, "r-2", new V1.Entry { Measure = measure, Month = "2025-04", YearToDate = "40" });
        await api.Submit(ward, "r-3", new V1.Entry { Measure = measure, Month = "2025-03", Set = "12.5", Revision = 7 });
        await api.Reports.SubmitReportAsync(new V1.SubmitReportRequest
        {
            Unit = ward,
            Source = "other-system",
            ReportId = "r-4",
            Entries = { new V1.Entry { Measure = measure, Month = "2024-01", Set = "1" }, new V1.Entry { Measure = measure, Month = "2025-05", Set = "1" } },
        });
        await api.Plan.AssignTargetAsync(new V1.AssignTargetRequest
        {
            Unit = ward,
            Source = Api.Source,
            RequestId = "t-1",
            Indicator = indicator,
            Range = "2025",
            Bound = V1.Bound.AtLeast,
            Value = "100",
        });
        await api.Reports.ClosePeriodAsync(new V1.ClosePeriodRequest
        {
            Unit = ward,
            Source = Api.Source,
            RequestId = "c-1",
            Range = "2025-Q1",
            By = "Văn phòng",
            Reason = "Đã chốt",
        });

        JsonArray lines = JsonNode.Parse(await units.Get($"{units.HttpUrl}/v1/units/{ward}/entries?oldest_first=true"))!["entries"]!.AsArray();

        Assert.Equal(
            ["1.0 SET 10 10", "2.0 YEAR_TO_DATE 40 30", "3.0 SET 12.5 2.5", "3.1 CARRIED  -2.5", "4.0 SET 1 1", "4.1 SET 1 0", "5.0 TARGET 100 100", "6.0 CLOSE_PERIOD  0"],
            lines.Select(l => $"{l!["sequence"]}.{l["n"]} {l["kind"]!.GetValue<string>()["JOURNAL_ENTRY_KIND_".Length..]} {l["value"]} {l["delta"]}"));
        JsonNode third = lines[2]!;
        Assert.Equal(("10", Api.Source, "1", true), (Text(third["replaced"]!, "amount"), Text(third["replaced"]!, "source"), Text(third["replaced"]!, "sequence"), third["replaced"]!["estimate"]!.GetValue<bool>()));
        Assert.Equal(("12.5", "7", "r-3", Api.Source), (Text(third, "amount"), Text(third, "revision"), Text(third, "reportId"), Text(third, "source")));
        Assert.Equal(("30", "2025-04"), (Text(lines[3]!["replaced"]!, "amount"), Text(lines[3]!, "range")));
        Assert.Equal(("ENTRY_OUTCOME_REFUSED", "SERIES_OWNED_BY_OTHER_SOURCE"), (Text(lines[5]!, "outcome"), Text(lines[5]!["violation"]!, "reason")));
        Assert.Equal((indicator, "2025"), (Text(lines[6]!, "indicator"), Text(lines[6]!, "range")));
        Assert.Equal(("2025-Q1", "Văn phòng", "Đã chốt"), (Text(lines[7]!, "range"), Text(lines[7]!, "by"), Text(lines[7]!, "reason")));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Pages_are_stable_while_new_lines_are_written_and_filters_hold_together(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        string ward = await api.CreateUnit(Api.NewId("ward"));
        string one = await api.CreateMeasure(Api.NewId("one"));
        string two = await api.CreateMeasure(Api.NewId("two"));
        for (int i = 1; i <= 30; i++)
        {
            await api.Submit(ward, $"r-{i}", new V1.Entry { Measure = one, Month = $"2025-{(i % 12) + 1:00}", Set = $"{i}" }, new V1.Entry { Measure = two, Month = "2025-01", Add = "1" });
        }

        List<long> seen = [];
        V1.ListEntriesRequest request = new() { Unit = ward, Measure = one, PageSize = 7 };
        do
        {
            V1.ListEntriesResponse page = await api.Reports.ListEntriesAsync(request);
            seen.AddRange(page.Entries.Select(e => e.Sequence));
            request.PageToken = page.NextPageToken;
            await api.Submit(ward, $"later-{seen.Count}", new V1.Entry { Measure = one, Month = "2025-01", Set = "5" });
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Enumerable.Range(1, 30).Reverse().Select(i => (long)i), seen);
        V1.ListEntriesResponse march = await api.Reports.ListEntriesAsync(new V1.ListEntriesRequest { Unit = ward, Measure = one, Range = "2025-03", OldestFirst = true });
        Assert.Equal(["2", "14", "26"], march.Entries.Select(e => e.Value));
        Assert.Equal(["", "2", "14"], march.Entries.Select(e => e.Replaced?.Amount ?? ""));
        Assert.Empty((await api.Reports.ListEntriesAsync(new V1.ListEntriesRequest { Unit = ward, Source = "nobody" })).Entries);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await api.Reports.ListEntriesAsync(
            new V1.ListEntriesRequest { Unit = ward, PageToken = (await api.Reports.ListEntriesAsync(new V1.ListEntriesRequest { Unit = ward, PageSize = 1 })).NextPageToken, OldestFirst = true }));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
