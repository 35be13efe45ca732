using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Units.Gateway.Identity;

/// <summary>Narrows what ASP.NET reads of <see cref="IdentityOptions.Bearer"/> to what is believed here.</summary>
internal sealed class TokenSetup(IdentityOptions identity, TimeProvider time) : IPostConfigureOptions<JwtBearerOptions>
{
    /// <summary>By how much the clocks of issuer and gateway may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // With an authority its public keys are known to everybody: taken as a secret for HS256 they would sign for anybody.
    private static readonly string[] Asymmetric =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly string[] Desk = [SecurityAlgorithms.HmacSha256];

    /// <inheritdoc/>
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        options.Events = new JwtBearerEvents { OnMessageReceived = TokenCookie.Read };
        TokenValidationParameters rules = options.TokenValidationParameters;
        rules.ValidAlgorithms = identity.HasDeskKey ? Desk : Asymmetric;
        if (identity.Audience.Length > 0)
        {
            rules.ValidAudience = identity.Audience;
        }

        rules.RequireSignedTokens = true;
        rules.RequireExpirationTime = true;
        rules.ValidateIssuerSigningKey = true;
        rules.ValidateIssuer = true;
        rules.ValidateAudience = true;
        rules.RequireAudience = true;
        rules.ValidateLifetime = true;
        rules.LifetimeValidator = IsNow;
        rules.NameClaimType = CallerClaims.Subject;
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (expires is not { } end || now > end.ToUniversalTime() + Skew)
        {
            throw new SecurityTokenExpiredException("The token is over.");
        }

        return notBefore is not { } begin || now >= begin.ToUniversalTime() - Skew;
    }
}
