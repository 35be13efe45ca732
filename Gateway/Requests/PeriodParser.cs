namespace Units.Gateway.Requests;

/// <summary>Reads closings and reopenings.</summary>
internal static class PeriodParser
{
    /// <summary>Reads one; what breaks a rule is noted.</summary>
    public static PeriodChange Parse(bool closes, string source, string requestId, string range, string by, string reason, Violations found) => new()
    {
        Source = found.Source("source", source),
        RequestId = found.Report("request_id", requestId),
        ContentHash = ContentHash.Of(closes, range, by, reason),
        Range = found.Range("range", range) ?? default,
        Closes = closes,
        By = found.Text("by", by, PeriodChange.MaxBy, required: true),
        Reason = found.Text("reason", reason, PeriodChange.MaxReason, required: true),
    };
}
