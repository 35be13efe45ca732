using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>A report gets a new identity each time it comes.</summary>
internal sealed class ForgetReportId : Decisions
{
    private int _times;

    public override ReportKey IdentityOf(ReportKey key) =>
        key with { Report = new ReportId($"{key.Report}-{Interlocked.Increment(ref _times)}") };
}
