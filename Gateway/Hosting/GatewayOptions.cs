namespace Units.Gateway.Hosting;

/// <summary>Where the gateway listens and to whom. Section <c>Units</c> of the configuration.</summary>
public sealed class GatewayOptions
{
    /// <summary>The section that it is bound to.</summary>
    public const string Section = "Units";

    /// <summary>JSON over HTTP/1.1 and health. Default: http://localhost:8080.</summary>
    public EndpointOptions Http { get; set; } = new() { Url = "http://localhost:8080" };

    /// <summary>gRPC over HTTP/2, with http without TLS (h2c). Default: http://localhost:8081.</summary>
    public EndpointOptions Grpc { get; set; } = new() { Url = "http://localhost:8081" };

    /// <summary>How long it goes on serving after it was told to stop and health has begun to say so, 0 to 60 seconds. Default: 1 second.</summary>
    /// <remarks>Key <c>Units:DrainTime</c>, as hours:minutes:seconds. Not public, so that the binder leaves it to who names the key of a wrong value.</remarks>
    internal TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What may be asked of it. Default: what <see cref="LimitOptions"/> says.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>What browsers may do. Default: nothing that is not of this address itself.</summary>
    public WebOptions Web { get; set; } = new();
}
