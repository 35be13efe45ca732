using Units.Gateway.Caches;
using Units.Gateway.Messages;

namespace Units.Gateway.Services;

/// <summary>Shows the two contents that were sent under one id.</summary>
internal static class Conflicts
{
    /// <summary>The most entries shown of each: the details travel in a trailer.</summary>
    public const int MaxEntries = 20;

    /// <summary>Both contents of a report's id.</summary>
    public static V1.ReportConflict Of(Receipt first, CatalogueView catalogue, V1.SubmitReportRequest request, string hash)
    {
        V1.ReportConflict conflict = Of(first, catalogue, hash);
        conflict.Sent.AddRange(request.Entries.Take(MaxEntries).Where(IsShort));
        conflict.SentCount = request.Entries.Count;
        return conflict;
    }

    /// <summary>The first content of an id, and the hash of the second.</summary>
    public static V1.ReportConflict Of(Receipt first, CatalogueView catalogue, string hash) => new()
    {
        First = ReceiptMessages.Of(first with { Entries = [.. first.Entries.Take(MaxEntries)] }, catalogue),
        SentSha256 = hash,
    };

    private static bool IsShort(V1.Entry entry) => entry.CalculateSize() <= 512;
}
