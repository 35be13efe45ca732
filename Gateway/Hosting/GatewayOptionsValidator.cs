using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>Stops the start on a wrong address or origin, with a message that names the key and the environment variable.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        List<string> wrong = [];
        Check(nameof(GatewayOptions.Http), options.Http, wrong);
        Check(nameof(GatewayOptions.Grpc), options.Grpc, wrong);
        if (wrong.Count == 0 && SamePort(new Uri(options.Http.Url), new Uri(options.Grpc.Url)))
        {
            wrong.Add($"{Key(nameof(GatewayOptions.Grpc))} is '{options.Grpc.Url}', the same port as {Key(nameof(GatewayOptions.Http))}: "
                + "HTTP/1.1 and HTTP/2 without TLS cannot share one; choose another port.");
        }

        for (int i = 0; i < options.Web.Origins.Count; i++)
        {
            Check(options.Web.Origins[i], i, wrong);
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static void Check(string section, EndpointOptions endpoint, List<string> wrong)
    {
        string said = $"{Key(section)} is '{endpoint.Url}'";
        if (!Uri.TryCreate(endpoint.Url, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            wrong.Add($"{said}: expected http://host:port, such as http://localhost:8080.");
        }
        else if (!string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            wrong.Add($"{said}: the scheme must be http; put a reverse proxy in front for TLS.");
        }
        else if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            wrong.Add($"{said}: nothing may follow the port, and no user may precede the host.");
        }
        else if (!url.IsLoopback)
        {
            wrong.Add($"{said}: listening beyond this machine is refused until authentication can be configured, which comes later; "
                + "use localhost, 127.0.0.1 or [::1].");
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

    private static string Key(string section) => $"Units:{section}:Url (environment variable Units__{section}__Url)";
}
