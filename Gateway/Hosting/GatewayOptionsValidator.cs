using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>Stops the start on a wrong address, with a message that names the key and the environment variable.</summary>
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

    private static bool SamePort(Uri a, Uri b) => a.Port == b.Port && a.Port != 0;

    private static string Key(string section) => $"Units:{section}:Url (environment variable Units__{section}__Url)";
}
