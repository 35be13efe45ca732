namespace Units.Gateway.Hosting;

/// <summary>The sizes beyond which the stack itself refuses a request, before it is parsed.</summary>
public static class GatewayLimits
{
    /// <summary>The largest message: 4 MiB.</summary>
    public const int MaxMessageBytes = 4 * 1024 * 1024;

    /// <summary>Room for gRPC's own framing, so that a message of the full size still passes.</summary>
    internal const int FramingBytes = 1024;
}
