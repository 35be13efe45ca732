using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>Gives Kestrel the two addresses: HTTP/1.1 for JSON, HTTP/2 without TLS for gRPC, which cannot be told apart on one port.</summary>
internal sealed class KestrelSetup(IOptions<GatewayOptions> gateway) : IConfigureOptions<KestrelServerOptions>
{
    /// <inheritdoc/>
    public void Configure(KestrelServerOptions options)
    {
        // The stack itself refuses what is larger: gRPC with RESOURCE_EXHAUSTED, JSON with 400 and INVALID_ARGUMENT ("too large"), as it does
        // a body that does not parse. Neither has details of the error catalogue: the request was never read.
        options.Limits.MaxRequestBodySize = GatewayLimits.MaxMessageBytes + GatewayLimits.FramingBytes;
        options.Limits.Http2.MaxStreamsPerConnection = GatewayLimits.MaxStreamsPerConnection;
        options.AddServerHeader = false;
        Listen(options, gateway.Value.Http, HttpProtocols.Http1);
        Listen(options, gateway.Value.Grpc, HttpProtocols.Http2);
    }

    private static void Listen(KestrelServerOptions options, EndpointOptions endpoint, HttpProtocols protocols)
    {
        Uri url = new(endpoint.Url);
        if (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address))
        {
            options.Listen(address, url.Port, listen => listen.Protocols = protocols);
        }
        else
        {
            options.ListenLocalhost(url.Port, listen => listen.Protocols = protocols);
        }
    }
}
