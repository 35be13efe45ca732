using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Units.Gateway.Tests.Support;

/// <summary>Tokens as <c>dotnet user-jwts</c> makes them, and the settings under which they are believed.</summary>
internal sealed class Tokens(TimeProvider time)
{
    public const string Issuer = "dotnet-user-jwts";

    public const string Audience = "units";

    public static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Believes them.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Authentication:Schemes:Bearer:ValidIssuer"] = Issuer,
        ["Authentication:Schemes:Bearer:ValidAudiences:0"] = Audience,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Id"] = "desk",
        ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = Issuer,
        ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(Key),
    };

    /// <summary>A good token.</summary>
    public string For(string subject, string role, params string[] subtrees) => Make(t => t.Claims = Claims(subject, role, subtrees));

    /// <summary>A good token, but for what is changed.</summary>
    public string Make(Action<SecurityTokenDescriptor> change)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        SecurityTokenDescriptor token = new()
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            SigningCredentials = Sign(Key, SecurityAlgorithms.HmacSha256),
            Claims = Claims("an", "viewer", ["cam-pha"]),
        };
        change(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public static SigningCredentials Sign(byte[] key, string algorithm) => new(new SymmetricSecurityKey(key) { KeyId = "desk" }, algorithm);

    public static Dictionary<string, object> Claims(string subject, string role, string[] subtrees) =>
        new() { ["sub"] = subject, ["role"] = role, ["units_subtree"] = subtrees };
}
