namespace Units.Gateway.Hosting;

/// <summary>What browsers may do. Section <c>Units:Web</c> of the configuration.</summary>
public sealed class WebOptions
{
    /// <summary>The origins whose pages may call, as http://host:port or https://host. Default: none, and then no header says a word of it.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>Takes gRPC-Web on the HTTP address. Default: false.</summary>
    public bool GrpcWeb { get; set; }
}
