using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Units.EndToEnd.Tests.Support;

/// <summary>The public gRPC API, with the few calls that every test begins with.</summary>
internal sealed class Api : IDisposable
{
    /// <summary>The id of the source that tests report as.</summary>
    public const string Source = "end-to-end";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly GrpcChannel _channel;

    /// <summary>Speaks to the gateway at an address over one connection of its own.</summary>
    /// <param name="grpcUrl">The address.</param>
    /// <param name="retries">How calls are repeated by the channel itself; null for not at all.</param>
    public Api(string grpcUrl, ServiceConfig? retries = null)
    {
        _channel = GrpcChannel.ForAddress(grpcUrl, new GrpcChannelOptions
        {
            ServiceConfig = retries,

            // A process that was killed is back within seconds; the usual backoff grows to minutes.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(200),
        });
        Units = new V1.UnitService.UnitServiceClient(_channel);
        Catalog = new V1.CatalogService.CatalogServiceClient(_channel);
        Plan = new V1.PlanService.PlanServiceClient(_channel);
        Reports = new V1.ReportService.ReportServiceClient(_channel);
        Totals = new V1.TotalService.TotalServiceClient(_channel);
    }

    public V1.UnitService.UnitServiceClient Units { get; }

    public V1.CatalogService.CatalogServiceClient Catalog { get; }

    public V1.PlanService.PlanServiceClient Plan { get; }

    public V1.ReportService.ReportServiceClient Reports { get; }

    public V1.TotalService.TotalServiceClient Totals { get; }

    /// <summary>A deadline that many seconds away.</summary>
    public static DateTime In(TimeSpan time) => (TimeProvider.System.GetUtcNow() + time).UtcDateTime;

    /// <summary>An id that no other test has.</summary>
    public static string NewId(string prefix) => $"{prefix}-{Guid.NewGuid():n}";

    /// <summary>Creates a unit under a parent, or a root.</summary>
    public async Task<string> CreateUnit(string id, string? parent = null, V1.UnitKind kind = V1.UnitKind.Group)
    {
        V1.Unit unit = new() { Id = id, Namings = { new V1.Naming { Kind = kind, Name = id } } };
        if (parent is not null)
        {
            unit.Edges.Add(new V1.Edge { From = "1900-01", Parent = parent });
        }

        await Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }, deadline: In(Patience));
        return id;
    }

    /// <summary>The first page of all units.</summary>
    public async Task<IReadOnlyList<V1.Unit>> ListUnits() =>
        (await Units.ListUnitsAsync(new V1.ListUnitsRequest(), deadline: In(Patience))).Units;

    /// <summary>Creates a measure.</summary>
    public async Task<string> CreateMeasure(
        string id, V1.MeasureKind kind = V1.MeasureKind.Flow, int scale = 0, string unitOfMeasure = "hồ sơ", params string[] categories)
    {
        V1.Measure measure = new()
        {
            Id = id,
            Kind = kind,
            Scale = scale,
            DisplayName = id,
            UnitOfMeasure = unitOfMeasure,
            Categories = { categories.Select(c => new V1.Category { Id = c, DisplayName = c }) },
        };
        await Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure }, deadline: In(Patience));
        return id;
    }

    /// <summary>Creates a ratio in per cent with two decimals. A term is a measure or measure/category.</summary>
    public async Task<string> CreateRatio(string id, string numerator, string denominator)
    {
        V1.Indicator indicator = new()
        {
            Id = id,
            Formula = V1.FormulaKind.Ratio,
            Numerator = Term(numerator),
            Denominator = Term(denominator),
            Decimals = 2,
            DisplayName = id,
            UnitOfMeasure = "%",
        };
        await Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator }, deadline: In(Patience));
        return id;
    }

    /// <summary>Creates the amount of a measure as an indicator.</summary>
    public async Task<string> CreateAmount(string id, string measure, string unitOfMeasure)
    {
        V1.Indicator indicator = new()
        {
            Id = id,
            Formula = V1.FormulaKind.Amount,
            Numerator = Term(measure),
            DisplayName = id,
            UnitOfMeasure = unitOfMeasure,
        };
        await Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator }, deadline: In(Patience));
        return id;
    }

    /// <summary>Sends a report that must be taken in whole.</summary>
    public async Task<V1.SubmitReportResponse> Submit(string unit, string reportId, params V1.Entry[] entries) =>
        await Reports.SubmitReportAsync(Report(unit, reportId, entries), deadline: In(Patience));

    /// <summary>A report as it is sent.</summary>
    public static V1.SubmitReportRequest Report(string unit, string reportId, params V1.Entry[] entries) => new()
    {
        Unit = unit,
        Source = Source,
        ReportId = reportId,
        AllOrNothing = true,
        Entries = { entries },
    };

    /// <summary>The exact totals of a unit, asked for until it is in step with those below it.</summary>
    public Task<V1.GetTotalsResponse> ReadTotals(V1.GetTotalsRequest request) => ReadTotals(request, _ => true);

    /// <summary>The exact totals of a unit once what was reported below has arrived.</summary>
    public async Task<V1.GetTotalsResponse> ReadTotals(V1.GetTotalsRequest request, Func<V1.GetTotalsResponse, bool> hasArrived) =>
        (await Until.Becomes<V1.GetTotalsResponse?>(
            $"the totals of {request.Unit}", () => TryReadTotals(request), totals => totals is not null && hasArrived(totals)))!;

    public void Dispose() => _channel.Dispose();

    private async Task<V1.GetTotalsResponse?> TryReadTotals(V1.GetTotalsRequest request)
    {
        try
        {
            return await Totals.GetTotalsAsync(request, deadline: In(Patience));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }

    private static V1.Term Term(string text)
    {
        string[] parts = text.Split('/');
        return new V1.Term { Measure = parts[0], Category = parts.Length > 1 ? parts[1] : "" };
    }
}
