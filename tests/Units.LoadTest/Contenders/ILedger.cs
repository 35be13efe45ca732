using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders;

/// <summary>What tells one contender from another: how a report becomes durable, and how it gets into the totals.</summary>
internal interface ILedger
{
    /// <summary>Takes a report in; the answer comes when it is durable. A repeated id gets the first report again.</summary>
    /// <exception cref="Grpc.Core.RpcException">The id is known with other content, or storage is away.</exception>
    Task<Taken> Submit(IncomingReport report);

    /// <summary>The report that was taken in under an id, or null.</summary>
    Task<StoredReport?> Find(ReportKey key);

    /// <summary>The exact totals of a unit and all below it, one for each of the measures, summed over the months.</summary>
    Task<CellTotal[]> Read(KnownUnit unit, IReadOnlyList<KnownMeasure> measures, MonthRange range);
}
