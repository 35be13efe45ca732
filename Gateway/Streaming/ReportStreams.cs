using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;
using Units.Gateway.Requests;
using Units.Gateway.Telemetry;

namespace Units.Gateway.Streaming;

/// <summary>The streams of reports of this gateway; there may be <see cref="GatewayLimits.MaxReportStreams"/> at a time.</summary>
internal sealed class ReportStreams(
    ReportParser parser, UnitSight sight, CatalogueCache catalogue, IGrainFactory grains, TimeProvider time, Drain drain, GatewayMetrics metrics)
{
    private int _open;

    /// <summary>Runs one until its end.</summary>
    public async Task Run(
        IAsyncStreamReader<V1.SubmitReportsRequest> requests, IServerStreamWriter<V1.SubmitReportsResponse> responses, ServerCallContext context)
    {
        if (Interlocked.Increment(ref _open) > GatewayLimits.MaxReportStreams)
        {
            Interlocked.Decrement(ref _open);
            throw new RefusedException(GatewayReasons.TooManyStreams, Fields.Number(GatewayLimits.MaxReportStreams));
        }

        try
        {
            Language language = Languages.Choose(context.GetHttpContext().Request.Headers.AcceptLanguage.ToArray()!);
            ReportStream stream = new(
                parser, sight, context.Caller(), context.Client(), catalogue, grains, time, metrics, language, drain.Over);
            await stream.Run(requests, responses, context.CancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
