using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Units.Monitor.Tests.Support;

/// <summary>Tokens as a desk makes them for itself, and the settings under which a process believes them.</summary>
internal static class DeskToken
{
    private const string Issuer = "dotnet-user-jwts";
    private const string Audience = "units";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Believes them, as environment variables.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Authentication__Schemes__Bearer__ValidIssuer"] = Issuer,
        ["Authentication__Schemes__Bearer__ValidAudiences__0"] = Audience,
        ["Authentication__Schemes__Bearer__SigningKeys__0__Id"] = "desk",
        ["Authentication__Schemes__Bearer__SigningKeys__0__Issuer"] = Issuer,
        ["Authentication__Schemes__Bearer__SigningKeys__0__Value"] = Convert.ToBase64String(Key),
    };

    /// <summary>A token of a role over a subtree.</summary>
    public static string Of(string role, string subtree)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        string head = Part(new { alg = "HS256", typ = "JWT" });
        string body = Part(new { iss = Issuer, aud = Audience, sub = "man-hinh-phong-hop", role, units_subtree = subtree, nbf = now - 10, exp = now + 600 });
        string signed = $"{head}.{body}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(object claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
}
