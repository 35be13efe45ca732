using Grpc.Core;

namespace Units.Silo.SampleData;

/// <summary>Sends the sample data over the public API, item by item. Every call may be repeated, so an unknown outcome is simply sent again.</summary>
internal sealed class SampleDataClient(ChannelBase channel, SampleDataOptions options, TimeProvider time, ILogger logger)
{
    private readonly V1.CatalogService.CatalogServiceClient _catalog = new(channel);
    private readonly V1.UnitService.UnitServiceClient _units = new(channel);
    private readonly V1.ReportService.ReportServiceClient _reports = new(channel);
    private readonly V1.PlanService.PlanServiceClient _plans = new(channel);
    private int _failed;

    /// <summary>Sends everything in an order in which each item finds what it names.</summary>
    public async Task<SampleDataResult> Send(SampleSet set, CancellationToken stopping)
    {
        foreach (V1.Measure measure in set.Measures)
        {
            V1.CreateMeasureRequest request = new() { Measure = measure };
            await Call($"measure {measure.Id}", call => _catalog.CreateMeasureAsync(request, call), stopping);
        }

        foreach (V1.Indicator indicator in set.Indicators)
        {
            V1.CreateIndicatorRequest request = new() { Indicator = indicator };
            await Call($"indicator {indicator.Id}", call => _catalog.CreateIndicatorAsync(request, call), stopping);
        }

        foreach (V1.Unit unit in set.Units)
        {
            V1.CreateUnitRequest request = new() { Unit = unit };
            await Call($"unit {unit.Id}", call => _units.CreateUnitAsync(request, call), stopping);
        }

        await SendTargets(set, stopping);
        int accepted = 0;
        int alreadyThere = 0;
        foreach (V1.SubmitReportRequest report in set.Reports)
        {
            V1.SubmitReportResponse? response = await Call(
                $"report {report.ReportId} of {report.Unit}", call => _reports.SubmitReportAsync(report, call), stopping);
            accepted += response is { Repeated: false } ? 1 : 0;
            alreadyThere += response is { Repeated: true } ? 1 : 0;
        }

        return new SampleDataResult(accepted, alreadyThere, _failed);
    }

    private async Task SendTargets(SampleSet set, CancellationToken stopping)
    {
        foreach (SamplePlan plan in set.Plans)
        {
            // A plan that is issued takes no draft any more, but the same draft again is answered as the first time.
            await Call($"plan {plan.Draft.Plan} of {plan.Draft.Unit}", call => _plans.DraftPlanAsync(plan.Draft, call), stopping);
            if (plan.Issue is { } issue)
            {
                await Call($"decision {issue.Decision.Number} of {issue.Unit}", call => _plans.IssuePlanAsync(issue, call), stopping);
            }
        }

        foreach (SampleTarget target in set.Targets)
        {
            await Call($"target {target.Line} of {target.Request.Unit}", call => _plans.AssignTargetAsync(target.Request, call), stopping);
        }
    }

    // The process has only just started: its silo may not be active yet, and storage may be away for a while.
    private static bool MayHelpToRepeat(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted;

    private async Task<T?> Call<T>(string item, Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken stopping)
        where T : class
    {
        while (true)
        {
            try
            {
                DateTime deadline = (time.GetUtcNow() + options.CallTimeout).UtcDateTime;
                using AsyncUnaryCall<T> call = send(new CallOptions(deadline: deadline, cancellationToken: stopping));
                return await call;
            }
            catch (RpcException error) when (!stopping.IsCancellationRequested && MayHelpToRepeat(error.StatusCode))
            {
                SampleDataLog.Retry(logger, item, error.StatusCode);
            }
            catch (RpcException error) when (!stopping.IsCancellationRequested)
            {
                SampleDataLog.Refused(logger, item, error.StatusCode, error.Status.Detail);
                _failed++;
                return null;
            }

            await Task.Delay(options.RetryDelay, time, stopping);
        }
    }
}
