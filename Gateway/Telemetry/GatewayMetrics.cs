using System.Diagnostics.Metrics;
using Units.Gateway.Watching;

namespace Units.Gateway.Telemetry;

/// <summary>What the gateway counts. Without a listener it costs nothing; no tag ever has content of a request.</summary>
internal sealed class GatewayMetrics
{
    private readonly Counter<long> _reports;

    /// <summary>Begins to count.</summary>
    public GatewayMetrics(IMeterFactory meters, WatchHub hub)
    {
        Meter meter = meters.Create(TelemetryHosting.Name);
        _reports = meter.CreateCounter<long>("units.reports", "{report}",
            "Reports answered, by outcome: committed, repeated (answered by the first receipt), refused, other_content, queue_full, unavailable.");
        meter.CreateObservableUpDownCounter("units.watchers", () => hub.Watchers, "{watcher}", "Watches of this gateway.");
        meter.CreateObservableUpDownCounter("units.watched", () => hub.Units, "{unit}", "Units that are watched at this gateway.");
    }

    /// <summary>Counts what a unit answered to a report.</summary>
    public void Answered(SubmitStatus status)
    {
        if (_reports.Enabled)
        {
            _reports.Add(1, new KeyValuePair<string, object?>("outcome", Name(status)));
        }
    }

    private static string Name(SubmitStatus status) => status switch
    {
        SubmitStatus.Committed => "committed",
        SubmitStatus.Repeated => "repeated",
        SubmitStatus.Refused => "refused",
        SubmitStatus.OtherContent => "other_content",
        SubmitStatus.QueueFull => "queue_full",
        _ => "unavailable",
    };
}
