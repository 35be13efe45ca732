using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;

namespace Units.Gateway.Identity;

/// <summary>
/// Finds out who calls and whether they may call this method at all, before anything of the request is read. What is open says so by
/// <see cref="IAllowAnonymous"/>; all else is closed, also what is added later and forgets to say anything.
/// </summary>
internal sealed class IdentityGate(
    RequestDelegate next, IdentityOptions identity, ClientLimits limits, LoadRefusals tooMuch, TimeProvider time, ILogger<IdentityGate> logger)
{
    /// <summary>Lets a request through or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            string method = endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName
                ?? endpoint?.Metadata.GetMetadata<ReadsAs>()?.Method ?? "";
            try
            {
                Caller caller = identity.IsConfigured ? await Identify(context)
                    : ThisMachine.Asks(context) ? Caller.Anyone
                    : throw new RefusedException(GatewayReasons.OnlyThisMachine, context.Request.Host.Host);
                if (method.Length > 0)
                {
                    MethodRules.Require(caller, method);
                }

                if (endpoint?.Metadata.GetMetadata<OperatorsOnly>() is not null)
                {
                    OperatorsOnly.Require(caller);
                }

                Count(limits.Of(context, caller), method, context);
                context.Features.Set(caller);
            }
            catch (RefusedException refused) when (LoadRefusals.IsAboutLoad(refused.Reason))
            {
                await tooMuch.Write(context, refused);
                return;
            }
            catch (RefusedException refused)
            {
                Grpc.Core.StatusCode code = endpoint?.Metadata.GetMetadata<IRefusalPage>() is { } page
                    ? await page.Write(context, refused)
                    : await RefusalResponse.Write(context, refused);
                logger.Refused(method, "-", "-", code.ToString(), refused.Reason, 0);
                return;
            }
        }

        await next(context);
    }

    private static void Count(Client? client, string method, HttpContext context)
    {
        if (client is null)
        {
            return;
        }

        if (method == ReportAdmission.SubmitReport)
        {
            client.RequireReport();
        }
        else
        {
            client.RequireCall();
        }

        context.Features.Set(client);
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
    private async ValueTask<Caller?> Authenticate(HttpContext context)
    {
        AuthenticateResult result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Succeeded)
        {
            return CallerClaims.Read(result.Principal, result.Properties?.ExpiresUtc + TokenSetup.Skew);
        }

        if (result.Failure is null)
        {
            return null;
        }

        throw new RefusedException(result.Failure is SecurityTokenExpiredException ? GatewayReasons.TokenExpired
            : identity.Authority.Length > 0 && await IsAway(context) ? GatewayReasons.AuthorityAway
            : GatewayReasons.TokenRefused);
    }

    /// <summary>True where the authority has never given its keys: nothing is known about a token then.</summary>
    private static async ValueTask<bool> IsAway(HttpContext context)
    {
        try
        {
            JwtBearerOptions options = context.RequestServices.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
            await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return true;
        }
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
