namespace Units.Gateway.Hosting;

/// <summary>What the gateway logs: which unit and report, never what they say.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} unit {Unit} report {Report}: taken in")]
    public static partial void Done(this ILogger logger, string method, string unit, string report);

    [LoggerMessage(2, LogLevel.Information, "{Method} unit {Unit} report {Report}: refused with {Status} {Reason}, {Violations} violations")]
    public static partial void Refused(
        this ILogger logger, string method, string unit, string report, string status, string reason, int violations);

    [LoggerMessage(3, LogLevel.Warning, "{Method} unit {Unit} report {Report}: {Status} {Reason}")]
    public static partial void Unavailable(
        this ILogger logger, Exception? exception, string method, string unit, string report, string status, string reason);

    [LoggerMessage(4, LogLevel.Error, "{Method} unit {Unit} report {Report}: a fault of our own")]
    public static partial void Fault(this ILogger logger, Exception exception, string method, string unit, string report);

    [LoggerMessage(5, LogLevel.Debug, "{Method} unit {Unit} report {Report}: the caller has gone")]
    public static partial void CallerGone(this ILogger logger, string method, string unit, string report);

    [LoggerMessage(7, LogLevel.Information, "The certificate {Path} was renewed and is shown from now on; it is valid until {Until:u}")]
    public static partial void CertificateRenewed(this ILogger logger, string path, DateTime until);

    [LoggerMessage(8, LogLevel.Warning, "The certificate {Path} with the key {KeyPath} cannot be read: the one read before is shown on")]
    public static partial void CertificateUnreadable(this ILogger logger, Exception exception, string path, string keyPath);

    [LoggerMessage(6, LogLevel.Warning, "{Reason}: {Count} calls refused since the last word of it")]
    public static partial void TooMuch(this ILogger logger, string reason, long count);
}
