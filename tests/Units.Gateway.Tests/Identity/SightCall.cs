using Google.Protobuf;
using Grpc.Core;

namespace Units.Gateway.Tests.Identity;

/// <summary>A method with a request about a unit, as gRPC and as JSON have it.</summary>
/// <param name="Method">The service and the method.</param>
/// <param name="Type">How its messages come.</param>
/// <param name="Request">The request about a unit.</param>
/// <param name="Path">The address about a unit; empty where HTTP cannot carry it.</param>
/// <param name="Body">The body about a unit; null for GET.</param>
internal sealed record SightCall(
    string Method, MethodType Type, Func<string, IMessage> Request, Func<string, string> Path, Func<string, IMessage>? Body = null)
{
    private const string Source = "one-stop";

    private static int Created;

    /// <summary>A request of each method that is about a unit.</summary>
    public static readonly SightCall[] All =
    [
        Get("UnitService/GetUnit", u => new V1.GetUnitRequest { Unit = u }, u => $"/v1/units/{u}"),
        Get("UnitService/ListUnits", u => new V1.ListUnitsRequest { Parent = u }, u => $"/v1/units?parent={u}"),
        Post("UnitService/CreateUnit", u => new V1.CreateUnitRequest { Unit = Below(u) }, _ => "/v1/units", Below),
        Post("PlanService/AssignTarget", Target, u => $"/v1/units/{u}/targets"),
        Post("PlanService/RecordAssessment",
            u => new V1.RecordAssessmentRequest
            {
                Unit = u, Source = Source, RequestId = "a-1", Indicator = "tong-thu", Range = "2025", Assessment = V1.Assessment.Met, Evidence = "Đã xong",
            },
            u => $"/v1/units/{u}/targets:assess"),
        Post("PlanService/DraftPlan",
            u => new V1.DraftPlanRequest { Unit = u, Source = Source, RequestId = "d-1", Plan = "ke-hoach", Title = "Kế hoạch", Range = "2025", Targets = { Figure() } },
            u => $"/v1/units/{u}/plans"),
        Post("PlanService/OpenForComments",
            u => new V1.OpenForCommentsRequest { Unit = u, Source = Source, RequestId = "e-1", Plan = "ke-hoach", Commenters = { u } },
            u => $"/v1/units/{u}/plans/ke-hoach:open"),
        Post("PlanService/CommentOnPlan",
            u => new V1.CommentOnPlanRequest { Unit = u, Source = Source, RequestId = "f-1", Plan = "ke-hoach", By = u, Text = "Đồng ý" },
            u => $"/v1/units/{u}/plans/ke-hoach:comment"),
        Post("PlanService/IssuePlan",
            u => new V1.IssuePlanRequest
            {
                Unit = u, Source = Source, RequestId = "i-1", Plan = "ke-hoach", Decision = new V1.Decision { Number = "1/QĐ", Date = "2025-01-01", Issuer = "UBND" },
            },
            u => $"/v1/units/{u}/plans/ke-hoach:issue"),
        Post("PlanService/AmendPlan",
            u => new V1.AmendPlanRequest
            {
                Unit = u, Source = Source, RequestId = "n-1", Plan = "ke-hoach", Targets = { Figure() },
                Decision = new V1.Decision { Number = "2/QĐ", Date = "2025-02-01", Issuer = "UBND" },
            },
            u => $"/v1/units/{u}/plans/ke-hoach:amend"),
        Get("PlanService/GetPlan", u => new V1.GetPlanRequest { Unit = u, Plan = "ke-hoach" }, u => $"/v1/units/{u}/plans/ke-hoach"),
        Get("PlanService/ListPlans", u => new V1.ListPlansRequest { Unit = u }, u => $"/v1/units/{u}/plans"),
        Get("PlanService/ComparePlanVersions", u => new V1.ComparePlanVersionsRequest { Unit = u, Plan = "ke-hoach", FromVersion = 1 },
            u => $"/v1/units/{u}/plans/ke-hoach:compare?fromVersion=1"),
        Post("PlanService/AllotTarget",
            u => new V1.AllotTargetRequest { Unit = u, Source = Source, RequestId = "l-1", Indicator = "tong-thu", Range = "2025", Rule = V1.AllotmentRule.Equally },
            u => $"/v1/units/{u}/targets:allot"),
        Get("PlanService/GetAllotment", u => new V1.GetAllotmentRequest { Unit = u, Indicator = "tong-thu", Range = "2025" },
            u => $"/v1/units/{u}/allotment?indicator=tong-thu&range=2025"),
        Post("ReportService/SubmitReport", Report, u => $"/v1/units/{u}/reports"),
        new("ReportService/SubmitReports", MethodType.DuplexStreaming, u => new V1.SubmitReportsRequest { Report = Report(u) }, _ => ""),
        Get("ReportService/GetReceipt", u => new V1.GetReceiptRequest { Unit = u, Source = Source, ReportId = "r-1" },
            u => $"/v1/units/{u}/receipt?source={Source}&reportId=r-1"),
        Get("ReportService/ListEntries", u => new V1.ListEntriesRequest { Unit = u }, u => $"/v1/units/{u}/entries"),
        Post("ReportService/ClosePeriod",
            u => new V1.ClosePeriodRequest { Unit = u, Source = Source, RequestId = "c-1", Range = "2024", By = "Sở", Reason = "Xong" }, u => $"/v1/units/{u}/periods:close"),
        Post("ReportService/ReopenPeriod",
            u => new V1.ReopenPeriodRequest { Unit = u, Source = Source, RequestId = "o-1", Range = "2024", By = "Sở", Reason = "Sai" }, u => $"/v1/units/{u}/periods:reopen"),
        Get("ReportService/ListClosedMonths", u => new V1.ListClosedMonthsRequest { Unit = u, Range = "2025" }, u => $"/v1/units/{u}/periods/closed?range=2025"),
        Get("TotalService/GetTotals", u => new V1.GetTotalsRequest { Unit = u, Measures = { "ho-so" }, Range = "2025" },
            u => $"/v1/units/{u}/totals?measures=ho-so&range=2025"),
        Get("TotalService/GetComparisons", u => new V1.GetComparisonsRequest { Unit = u, Indicators = { "tong-thu" }, Range = "2025" },
            u => $"/v1/units/{u}/comparisons?indicators=tong-thu&range=2025"),
        Get("TotalService/CompareChildren", u => new V1.CompareChildrenRequest { Unit = u, Indicator = "tong-thu", Range = "2025" },
            u => $"/v1/units/{u}/children?indicator=tong-thu&range=2025"),
        Get("TotalService/WatchTotals", u => new V1.WatchTotalsRequest { Units = { u }, Measures = { "ho-so" }, Range = "2025" },
            u => $"/v1/totals:watch?units={u}&measures=ho-so&range=2025", MethodType.ServerStreaming),
        Get("TotalService/WatchChildren", u => new V1.WatchChildrenRequest { Unit = u, Indicator = "tong-thu", Range = "2025" },
            u => $"/v1/units/{u}/children:watch?indicator=tong-thu&range=2025", MethodType.ServerStreaming),
        Get("TotalService/ProveTotal", u => new V1.ProveTotalRequest { Unit = u, Measures = { "ho-so" }, Range = "2025" },
            u => $"/v1/units/{u}/totals:prove?measures=ho-so&range=2025"),
    ];

    /// <summary>The methods that are about no unit of the request: lists, and the catalogue.</summary>
    public static readonly string[] AboutNoUnit =
    [
        "UnitService/FindUnits", "CatalogService/CreateMeasure", "CatalogService/GetMeasure", "CatalogService/ListMeasures",
        "CatalogService/CreateIndicator", "CatalogService/GetIndicator", "CatalogService/ListIndicators",
    ];

    private static V1.Unit Below(string parent) => new()
    {
        Id = $"new-{Interlocked.Increment(ref Created):x8}",
        Namings = { new V1.Naming { Name = "Mới" } },
        Edges = { new V1.Edge { From = "2025-01", Parent = parent } },
    };

    private static V1.SubmitReportRequest Report(string unit) => new()
    {
        Unit = unit,
        Source = Source,
        ReportId = "r-1",
        Entries = { new V1.Entry { Measure = "ho-so", Month = "2025-01", Set = "12" } },
    };

    private static V1.Target Figure() => new() { Indicator = "tong-thu", Range = "2025", Kind = V1.TargetKind.AtLeast, Lower = "5" };

    private static V1.AssignTargetRequest Target(string unit) => new()
    {
        Unit = unit,
        Source = Source,
        RequestId = "t-1",
        Indicator = "tong-thu",
        Range = "2025",
        Bound = V1.Bound.AtLeast,
        Value = "1",
    };

    private static SightCall Get(string method, Func<string, IMessage> request, Func<string, string> path, MethodType type = MethodType.Unary) =>
        new(method, type, request, path);

    private static SightCall Post(string method, Func<string, IMessage> request, Func<string, string> path, Func<string, IMessage>? body = null) =>
        new(method, MethodType.Unary, request, path, body ?? request);
}
