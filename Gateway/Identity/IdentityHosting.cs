using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Units.Gateway.Identity;

/// <summary>Puts identity into the gateway.</summary>
internal static class IdentityHosting
{
    /// <summary>Reads who is believed, and adds what finds out who calls.</summary>
    public static void AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        IdentityOptions identity = IdentityOptions.Read(configuration);
        services.AddSingleton(identity);
        services.AddSingleton<UnitSight>();
        services.AddSingleton<ClientLimits>();
        if (identity.HasTokens)
        {
            services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
            services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, TokenSetup>();
        }
    }

    /// <summary>Closes all that does not say that it is open.</summary>
    public static void UseIdentity(this WebApplication app) => app.UseMiddleware<IdentityGate>();
}
