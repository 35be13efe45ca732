namespace Units.Gateway.Hosting;

/// <summary>The sizes beyond which the stack itself refuses a request, before it is parsed.</summary>
public static class GatewayLimits
{
    /// <summary>The largest message: 4 MiB.</summary>
    public const int MaxMessageBytes = 4 * 1024 * 1024;

    /// <summary>The most streams of reports at a time.</summary>
    public const int MaxReportStreams = 1_000;

    /// <summary>The most watches of one gateway.</summary>
    public const int MaxWatchers = 10_000;

    /// <summary>The most units that are watched at one gateway, by all its watchers: each is a call that waits there.</summary>
    public const int MaxUnitsWatched = 10_000;

    /// <summary>The most units of one watch.</summary>
    public const int MaxWatchedUnits = 100;

    /// <summary>The most calls at a time over one HTTP/2 connection: a watch is a call that lasts.</summary>
    public const int MaxStreamsPerConnection = 2_000;

    /// <summary>Room for gRPC's own framing, so that a message of the full size still passes.</summary>
    internal const int FramingBytes = 1024;

    /// <summary>How long a stop may take once nothing new is taken in. What is still open then is cut off.</summary>
    internal static readonly TimeSpan StopTime = TimeSpan.FromSeconds(25);
}
