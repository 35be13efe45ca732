using Grpc.Core;

namespace Units.Silo.Demo;

/// <summary>Sends the demo country over the public API, so many calls at a time. Every call may be repeated, so an unknown outcome is sent again.</summary>
internal sealed class DemoClient(ChannelBase channel, TimeProvider time)
{
    /// <summary>Calls at a time.</summary>
    private const int Parallel = 64;

    // Each gives a hundred children their parts.
    private const int AllotmentsAtOnce = 6;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly V1.CatalogService.CatalogServiceClient _catalog = new(channel);
    private readonly V1.UnitService.UnitServiceClient _units = new(channel);
    private readonly V1.PlanService.PlanServiceClient _plan = new(channel);
    private readonly V1.ReportService.ReportServiceClient _reports = new(channel);

    /// <summary>Creates the catalogue, in the order in which it stands.</summary>
    public async Task CreateCatalogue(CancellationToken stopping)
    {
        foreach (DemoMeasure measure in DemoCatalogue.Measures)
        {
            V1.CreateMeasureRequest request = new() { Measure = DemoCatalogue.Message(measure) };
            await Call(call => _catalog.CreateMeasureAsync(request, call), stopping);
        }

        foreach (DemoIndicator indicator in DemoCatalogue.Indicators)
        {
            V1.CreateIndicatorRequest request = new() { Indicator = DemoCatalogue.Message(indicator) };
            await Call(call => _catalog.CreateIndicatorAsync(request, call), stopping);
        }
    }

    /// <summary>Creates units whose parents exist.</summary>
    public Task CreateUnits(IEnumerable<DemoUnit> units, CancellationToken stopping) => Each(
        units, async unit => await Call(call => _units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit.Unit }, call), stopping), stopping);

    /// <summary>Drafts the plans of units and issues them. Where the first of a unit was told otherwise, as by another release of the demo, that unit keeps what it has.</summary>
    public Task Issue(IEnumerable<IReadOnlyList<(V1.DraftPlanRequest Draft, V1.IssuePlanRequest Issue)>> units, CancellationToken stopping) => Each(
        units,
        async plans =>
        {
            foreach ((V1.DraftPlanRequest draft, V1.IssuePlanRequest issue) in plans)
            {
                if (!await Told(call => _plan.DraftPlanAsync(draft, call), stopping) || !await Told(call => _plan.IssuePlanAsync(issue, call), stopping))
                {
                    return;
                }
            }
        },
        stopping);

    /// <summary>Amends plans.</summary>
    public Task Amend(IEnumerable<V1.AmendPlanRequest> amendments, CancellationToken stopping) =>
        Each(amendments, amend => Told(call => _plan.AmendPlanAsync(amend, call), stopping), stopping);

    /// <summary>Allots targets.</summary>
    public Task Allot(IEnumerable<V1.AllotTargetRequest> allotments, CancellationToken stopping) =>
        Each(allotments, allotment => Told(call => _plan.AllotTargetAsync(allotment, call), stopping), stopping, AllotmentsAtOnce);

    /// <summary>Sends reports.</summary>
    public Task Send(IEnumerable<V1.SubmitReportRequest> reports, CancellationToken stopping) =>
        Each(reports, report => Told(call => _reports.SubmitReportAsync(report, call), stopping), stopping);

    /// <summary>True where a unit has a receipt of a report of this id.</summary>
    public async Task<bool> HasReceipt(string unit, string report, CancellationToken stopping)
    {
        V1.GetReceiptRequest request = new() { Unit = unit, Source = DemoReports.Source, ReportId = report };
        try
        {
            await Call(call => _reports.GetReceiptAsync(request, call), stopping);
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            return false;
        }
    }

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> send, CancellationToken stopping, int atOnce = Parallel) => System.Threading.Tasks.Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stopping }, async (item, _) => await send(item));

    /// <summary>Sends what may have been told otherwise under the same id, or does not go with what was told, as by another release of the demo: then it stays as
    /// it was told. A demo that ended here would leave the country half filled for good.</summary>
    private async Task<bool> Told<T>(Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken stopping)
    {
        try
        {
            await Call(send, stopping);
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.AlreadyExists or StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task<T> Call<T>(Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                using AsyncUnaryCall<T> call = send(new CallOptions(deadline: (time.GetUtcNow() + CallTimeout).UtcDateTime, cancellationToken: stopping));
                return await call;
            }
            catch (RpcException e) when (!stopping.IsCancellationRequested
                && e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted)
            {
                // The process has only just started, or is busy.
                await Task.Delay(Pause, time, stopping);
            }
        }
    }
}
