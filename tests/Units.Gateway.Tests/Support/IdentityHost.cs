using System.Net.Http.Headers;
using Grpc.Core;

namespace Units.Gateway.Tests.Support;

/// <summary>A gateway that believes desk tokens.</summary>
public class IdentityHost : GatewayHost
{
    public IdentityHost()
    {
        foreach ((string key, string? value) in Support.Tokens.Settings)
        {
            Settings[key] = value;
        }

        // A test asks more in a second than a person; what the limits do is a test of its own.
        foreach (string limit in (string[])["CallsPerSecond", "ReportsPerSecond", "Watches"])
        {
            Settings["Units:Limits:" + limit] = "0";
        }

        Tokens = new Tokens(Clock);
    }

    internal Tokens Tokens { get; }

    /// <summary>Metadata that carries a token.</summary>
    public static Metadata With(string token) => new() { { "authorization", "Bearer " + token } };

    /// <summary>An answer over HTTP under a token; under none where it is null.</summary>
    public async Task<HttpResponseMessage> Get(string path, string? token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
