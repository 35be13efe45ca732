using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;

namespace Units.Gateway.Identity;

/// <summary>
/// Finds out who calls and whether they may call this method at all, before anything of the request is read. What is open says so by
/// <see cref="IAllowAnonymous"/>; all else is closed, also what is added later and forgets to say anything.
/// </summary>
internal sealed class IdentityGate(RequestDelegate next, IdentityOptions identity, TimeProvider time, ILogger<IdentityGate> logger)
{
    /// <summary>Lets a request through or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            string method = endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName ?? "";
            try
            {
                Caller caller = identity.IsConfigured ? await Identify(context) : Caller.Anyone;
                if (method.Length > 0)
                {
                    MethodRules.Require(caller, method);
                }

                context.Features.Set(caller);
            }
            catch (RefusedException refused)
            {
                Grpc.Core.StatusCode code = await RefusalResponse.Write(context, refused);
                logger.Refused(method, "-", "-", code.ToString(), refused.Reason, 0);
                return;
            }
        }

        await next(context);
    }

    private async ValueTask<Caller> Identify(HttpContext context)
    {
        if (identity.HasTokens && await Authenticate(context) is { } caller)
        {
            return caller;
        }

        return Certified(context) ?? throw new RefusedException(GatewayReasons.TokenRequired);
    }

    /// <summary>Whom the token stands for; null where none was sent.</summary>
    private static async ValueTask<Caller?> Authenticate(HttpContext context)
    {
        AuthenticateResult result;
        try
        {
            result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            // The authority does not give its keys: nothing is known about the token.
            throw new RefusedException(GatewayReasons.AuthorityAway);
        }

        if (result.Succeeded)
        {
            return CallerClaims.Read(result.Principal, result.Properties?.ExpiresUtc + TokenSetup.Skew);
        }

        return result.Failure switch
        {
            null => null,
            SecurityTokenExpiredException => throw new RefusedException(GatewayReasons.TokenExpired),
            _ => throw new RefusedException(GatewayReasons.TokenRefused),
        };
    }

    private Caller? Certified(HttpContext context)
    {
        if (identity.Certificates.Count == 0 || context.Connection.ClientCertificate is not { } certificate
            || !identity.Certificates.TryGetValue(certificate.GetCertHashString(HashAlgorithmName.SHA256), out CertificateIdentity? known))
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        return now >= certificate.NotBefore.ToUniversalTime() && now <= certificate.NotAfter.ToUniversalTime()
            ? new Caller(known.Name, known.Roles, known.Subtrees, certificate.NotAfter.ToUniversalTime())
            : throw new RefusedException(GatewayReasons.TokenExpired);
    }
}
