using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>CORS and gRPC-Web, as far as they are configured.</summary>
internal static class BrowserHosting
{
    // What a gRPC-Web client reads of an answer, and what a page may not see unless it is named.
    private static readonly string[] Exposed = ["grpc-status", "grpc-message", "grpc-status-details-bin"];

    // How long a browser may remember the answer to a preflight; Chromium keeps none for longer than two hours.
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    /// <summary>Adds the policy for the origins that are configured.</summary>
    public static void AddBrowsers(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<GatewayOptions>>((cors, gateway) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. gateway.Value.Web.Origins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(PreflightAge)));
    }

    /// <summary>Puts before the endpoints what is configured and nothing else.</summary>
    public static void UseBrowsers(this WebApplication app)
    {
        WebOptions web = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.Web;
        if (web.Origins.Count > 0)
        {
            app.UseCors();
        }

        if (web.GrpcWeb)
        {
            app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        }
    }
}
