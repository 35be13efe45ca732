using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using Units.Gateway.Identity;

namespace Units.Gateway.Hosting;

/// <summary>Gives Kestrel the two addresses: HTTP/1.1 for JSON, HTTP/2 for gRPC, which without TLS cannot be told apart on one port.</summary>
internal sealed class KestrelSetup(IOptions<GatewayOptions> gateway, IdentityOptions identity, TimeProvider time, ILogger<KestrelSetup> logger)
    : IConfigureOptions<KestrelServerOptions>
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

    private void Listen(KestrelServerOptions options, EndpointOptions endpoint, HttpProtocols protocols)
    {
        Uri url = new(endpoint.Url);
        TlsHandshakeCallbackOptions? tls = endpoint.IsTls ? Tls(new ServerCertificate(endpoint, time, logger)) : null;
        if (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address))
        {
            options.Listen(address, url.Port, Set);
        }
        else
        {
            options.ListenLocalhost(url.Port, Set);
        }

        void Set(ListenOptions listen)
        {
            listen.Protocols = protocols;
            if (tls is not null)
            {
                listen.UseHttps(tls);
            }
        }
    }

    private TlsHandshakeCallbackOptions Tls(ServerCertificate certificate) => new()
    {
        OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Current,
            ClientCertificateRequired = identity.Certificates.Count > 0,

            // A client need not show one. The handshake proves that the key is there; which certificates are believed is a list, so that no authority
            // can add to it.
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is null || identity.Certificates.ContainsKey(shown.GetCertHashString(HashAlgorithmName.SHA256)),
        }),
    };
}
