using System.Diagnostics;

namespace Units.Gateway.Telemetry;

/// <summary>The traces that begin at the gateway. Without a listener there are none, and no object is made.</summary>
internal static class GatewayTraces
{
    /// <summary>The name of a call that carries reports of a stream to their unit.</summary>
    public const string Submit = "units.submit";

    private static readonly ActivitySource Source = new(TelemetryHosting.Name);

    /// <summary>Begins a trace for one call of a stream's lane; null where nobody listens or it is not sampled.</summary>
    /// <remarks>A stream lasts for hours and carries millions of reports: each call is a trace of its own, linked to that of the stream.</remarks>
    public static Activity? BeginSubmit(int reports)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityContext? stream = Activity.Current?.Context;
        Activity.Current = null;
        Activity? submit = Source.StartActivity(Submit, ActivityKind.Internal, default(ActivityContext), links: stream is { } context ? [new ActivityLink(context)] : null);
        return submit?.SetTag("units.reports", reports);
    }
}
