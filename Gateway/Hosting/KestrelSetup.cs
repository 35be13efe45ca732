using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using Units.Gateway.Identity;

namespace Units.Gateway.Hosting;

/// <summary>Gives Kestrel the two addresses: HTTP/1.1 for JSON, HTTP/2 for gRPC, which without TLS cannot be told apart on one port.</summary>
internal sealed class KestrelSetup(IOptions<GatewayOptions> gateway, IdentityOptions identity) : IConfigureOptions<KestrelServerOptions>
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
        HttpsConnectionAdapterOptions? tls = endpoint.IsTls ? Tls(endpoint) : null;
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

    private HttpsConnectionAdapterOptions Tls(EndpointOptions endpoint)
    {
        X509Certificate2Collection chain = [];
        chain.ImportFromPemFile(endpoint.CertificatePath);
        return new HttpsConnectionAdapterOptions
        {
            ServerCertificate = X509Certificate2.CreateFromPemFile(endpoint.CertificatePath, endpoint.KeyPath),
            ServerCertificateChain = chain,
            ClientCertificateMode = identity.Certificates.Count > 0 ? ClientCertificateMode.AllowCertificate : ClientCertificateMode.NoCertificate,

            // The handshake proves that the key is there; which certificates are believed is a list, so that no authority can add to it.
            ClientCertificateValidation = (certificate, _, _) => identity.Certificates.ContainsKey(certificate.GetCertHashString(HashAlgorithmName.SHA256)),
        };
    }
}
