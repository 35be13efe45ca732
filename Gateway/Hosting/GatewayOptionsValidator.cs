using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Units.Gateway.Identity;

namespace Units.Gateway.Hosting;

/// <summary>Stops the start on a wrong address, certificate or origin, with a message that names the key and the environment variable.</summary>
internal sealed class GatewayOptionsValidator(IdentityOptions identity) : IValidateOptions<GatewayOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        List<string> wrong = [];
        Check(nameof(GatewayOptions.Http), options.Http, wrong);
        Check(nameof(GatewayOptions.Grpc), options.Grpc, wrong);
        if (wrong.Count == 0 && SamePort(new Uri(options.Http.Url), new Uri(options.Grpc.Url)))
        {
            wrong.Add($"{Key(nameof(GatewayOptions.Grpc), "Url")} is '{options.Grpc.Url}', the same port as {Key(nameof(GatewayOptions.Http), "Url")}: "
                + "HTTP/1.1 and HTTP/2 without TLS cannot share one; choose another port.");
        }

        CheckLimit(nameof(LimitOptions.CallsPerSecond), options.Limits.CallsPerSecond, wrong);
        CheckLimit(nameof(LimitOptions.ReportsPerSecond), options.Limits.ReportsPerSecond, wrong);
        CheckLimit(nameof(LimitOptions.ReportsAtOnce), options.Limits.ReportsAtOnce, wrong);
        CheckLimit(nameof(LimitOptions.Watches), options.Limits.Watches, wrong);
        for (int i = 0; i < options.Web.Origins.Count; i++)
        {
            Check(options.Web.Origins[i], i, wrong);
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private void Check(string section, EndpointOptions endpoint, List<string> wrong)
    {
        string said = $"{Key(section, "Url")} is '{endpoint.Url}'";
        if (!Uri.TryCreate(endpoint.Url, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            wrong.Add($"{said}: expected http://host:port, such as http://localhost:8080.");
        }
        else if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            wrong.Add($"{said}: the scheme must be http or https.");
        }
        else if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            wrong.Add($"{said}: nothing may follow the port, and no user may precede the host.");
        }
        else if (!url.IsLoopback && !identity.IsConfigured)
        {
            wrong.Add($"{said}: beyond this machine everybody could read and report, since no identity is configured; use localhost, 127.0.0.1 or [::1], "
                + $"or configure whom to believe: {IdentityOptions.Bearer}:Authority and :Audience for tokens, or {IdentityOptions.CertificatesKey} for client certificates.");
        }
        else if (!url.IsLoopback && !IPAddress.TryParse(url.DnsSafeHost, out _))
        {
            wrong.Add($"{said}: the host must be localhost or an address of this machine, such as 0.0.0.0 for all of them.");
        }
        else
        {
            CheckCertificate(section, endpoint, wrong);
        }
    }

    private static void CheckLimit(string name, int? limit, List<string> wrong)
    {
        if (limit < 0)
        {
            wrong.Add($"Units:Limits:{name} (environment variable Units__Limits__{name}) is '{limit}': expected a number from 1 on, or 0 for no limit.");
        }
    }

    private static void CheckCertificate(string section, EndpointOptions endpoint, List<string> wrong)
    {
        string said = $"{Key(section, nameof(endpoint.CertificatePath))} is '{endpoint.CertificatePath}' and {Key(section, nameof(endpoint.KeyPath))} is '{endpoint.KeyPath}'";
        bool hasBoth = endpoint.CertificatePath.Length > 0 && endpoint.KeyPath.Length > 0;
        if (!endpoint.IsTls)
        {
            if (endpoint.CertificatePath.Length + endpoint.KeyPath.Length > 0)
            {
                wrong.Add($"{said}: they are for https, and {Key(section, "Url")} is '{endpoint.Url}'.");
            }
        }
        else if (!hasBoth)
        {
            wrong.Add($"{Key(section, "Url")} is '{endpoint.Url}', which needs a certificate and its key, each a file in PEM: {said}.");
        }
        else
        {
            try
            {
                using X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(endpoint.CertificatePath, endpoint.KeyPath);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
            {
                wrong.Add($"{said}: they are not a certificate and its key in PEM that can be read ({e.Message}).");
            }
        }
    }

    // A browser sends an origin in one spelling, and it is compared letter by letter: what is spelt otherwise would never match.
    private static void Check(string origin, int index, List<string> wrong)
    {
        bool known = Uri.TryCreate(origin, UriKind.Absolute, out Uri? url) && url.Host.Length > 0
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        if (!known || origin != url!.GetLeftPart(UriPartial.Authority) || url.UserInfo.Length > 0)
        {
            wrong.Add($"Units:Web:Origins:{index} (environment variable Units__Web__Origins__{index}) is '{origin}': expected the origin of a page "
                + "as browsers send it, scheme://host or scheme://host:port in lower case, without a path and without the usual port, "
                + "such as https://monitor.example.vn.");
        }
    }

    private static bool SamePort(Uri a, Uri b) => a.Port == b.Port && a.Port != 0;

    private static string Key(string section, string name) => $"Units:{section}:{name} (environment variable Units__{section}__{name})";
}
