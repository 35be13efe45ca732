using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Units.Silo.SampleData;

namespace Units.EndToEnd.Tests.SampleData;

/// <summary>A gateway on a port of its own that remembers ids and nothing else: what the loader sends is looked at here.</summary>
internal sealed class RecordingGateway : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RecordingGateway(WebApplication application) => _application = application;

    /// <summary>The loader that runs against it.</summary>
    public SampleDataLoader Loader => _application.Services.GetRequiredService<SampleDataLoader>();

    /// <summary>Listens and starts to load.</summary>
    public static async Task<RecordingGateway> Start(Calls calls)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(calls);
        WebApplication? application = null;
        builder.Services.AddSampleData(_ => new SampleDataOptions
        {
            Address = () => new Uri(application!.Urls.Single()),
            RetryDelay = TimeSpan.FromMilliseconds(1),
        });
        application = builder.Build();
        application.MapGrpcService<Catalog>();
        application.MapGrpcService<UnitList>();
        application.MapGrpcService<Plans>();
        application.MapGrpcService<Reports>();
        await application.StartAsync();
        return new RecordingGateway(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>What has been asked for, and what is to be answered otherwise than with success.</summary>
    internal sealed class Calls
    {
        public ConcurrentQueue<string> Order { get; } = new();

        /// <summary>The next calls are answered with these.</summary>
        public ConcurrentQueue<StatusCode> NextFailures { get; } = new();

        /// <summary>Calls for this item are refused.</summary>
        public string? Refused { get; set; }

        private readonly ConcurrentDictionary<string, bool> _known = new();

        /// <summary>True when the item was not known before.</summary>
        public bool Take(string item)
        {
            if (NextFailures.TryDequeue(out StatusCode status))
            {
                throw new RpcException(new Status(status, "as the test wants"));
            }

            if (item == Refused)
            {
                throw new RpcException(new Status(StatusCode.AlreadyExists, "other content"));
            }

            Order.Enqueue(item);
            return _known.TryAdd(item, true);
        }
    }

    private sealed class Catalog(Calls calls) : V1.CatalogService.CatalogServiceBase
    {
        public override Task<V1.CreateMeasureResponse> CreateMeasure(V1.CreateMeasureRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.CreateMeasureResponse { Created = calls.Take("measure " + request.Measure.Id) });

        public override Task<V1.CreateIndicatorResponse> CreateIndicator(V1.CreateIndicatorRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.CreateIndicatorResponse { Created = calls.Take("indicator " + request.Indicator.Id) });
    }

    private sealed class UnitList(Calls calls) : V1.UnitService.UnitServiceBase
    {
        public override Task<V1.CreateUnitResponse> CreateUnit(V1.CreateUnitRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.CreateUnitResponse { Created = calls.Take("unit " + request.Unit.Id) });
    }

    private sealed class Plans(Calls calls) : V1.PlanService.PlanServiceBase
    {
        public override Task<V1.DraftPlanResponse> DraftPlan(V1.DraftPlanRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.DraftPlanResponse { Repeated = !calls.Take($"draft {request.Unit}/{request.Plan}") });

        public override Task<V1.IssuePlanResponse> IssuePlan(V1.IssuePlanRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.IssuePlanResponse { Repeated = !calls.Take($"issue {request.Unit}/{request.Plan}") });

        public override Task<V1.AssignTargetResponse> AssignTarget(V1.AssignTargetRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.AssignTargetResponse { Repeated = !calls.Take($"target {request.Unit}/{request.RequestId}") });
    }

    private sealed class Reports(Calls calls) : V1.ReportService.ReportServiceBase
    {
        public override Task<V1.SubmitReportResponse> SubmitReport(V1.SubmitReportRequest request, ServerCallContext context) =>
            Task.FromResult(new V1.SubmitReportResponse { Repeated = !calls.Take($"report {request.Unit}/{request.ReportId}") });
    }
}
