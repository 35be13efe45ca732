using Units.Gateway.Caches;
using Units.Gateway.Messages;

namespace Units.Gateway.Requests;

/// <summary>A report that is sound enough to go to its unit.</summary>
/// <param name="Sent">As it was sent.</param>
/// <param name="Unit">The unit it is about.</param>
/// <param name="Report">For the unit.</param>
/// <param name="View">The catalogue it was judged by.</param>
internal sealed record ParsedReport(V1.SubmitReportRequest Sent, UnitId Unit, Report Report, CatalogueView View)
{
    /// <summary>The hash of its content, as receipts show it.</summary>
    public string Hash => ReceiptMessages.Hex(Report.ContentHash.AsSpan());
}
