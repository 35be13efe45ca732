namespace Units.Gateway.Hosting;

/// <summary>One address to listen on.</summary>
public sealed class EndpointOptions
{
    /// <summary>http://host:port, or https://host:port with a certificate. The host is localhost or an address of this machine; beyond loopback
    /// only where identity is configured.</summary>
    public string Url { get; set; } = "";

    /// <summary>The path of the certificate in PEM, with those between it and its root behind it. Default: none.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>The path of its private key in PEM, without a password. Default: none.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>True for https.</summary>
    internal bool IsTls => Url.StartsWith(Uri.UriSchemeHttps + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase);
}
