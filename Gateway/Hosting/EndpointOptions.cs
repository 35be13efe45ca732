namespace Units.Gateway.Hosting;

/// <summary>One address to listen on.</summary>
public sealed class EndpointOptions
{
    /// <summary>scheme://host:port. The host is localhost or a loopback address until authentication is configured, which comes later.</summary>
    public string Url { get; set; } = "";
}
