using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Units.Gateway.Tests.Support;

/// <summary>An OIDC authority: it says where its keys are, and signs.</summary>
internal sealed class Authority : IAsyncDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication? _app;

    /// <summary>Its address, which is also the issuer.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Signs as the authority does.</summary>
    public SigningCredentials Signing => new(new RsaSecurityKey(_rsa) { KeyId = "authority" }, SecurityAlgorithms.RsaSha256);

    /// <summary>Its public key as everybody can read it, as bytes.</summary>
    public byte[] PublicKey => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public async Task Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            JsonSerializer.Serialize(new Dictionary<string, string> { ["issuer"] = Url, ["jwks_uri"] = Url + "/keys" }), "application/json"));
        RSAParameters key = _rsa.ExportParameters(includePrivateParameters: false);
        _app.MapGet("/keys", () => Results.Text(
            $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"authority","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}""",
            "application/json"));
        await _app.StartAsync();
        Url = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _rsa.Dispose();
    }
}
