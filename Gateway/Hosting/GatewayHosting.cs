using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Units.Gateway.Caches;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Monitor.Serving;
using Units.Gateway.OpenApi;
using Units.Gateway.Planning;
using Units.Gateway.Requests;
using Units.Gateway.Services;
using Units.Gateway.Streaming;
using Units.Gateway.Telemetry;
using Units.Gateway.Watching;

namespace Units.Gateway.Hosting;

/// <summary>Puts the gateway into a host: its own, beside a cluster client, or the silo's.</summary>
public static class GatewayHosting
{
    /// <summary>Adds the gateway. The host brings an <see cref="IGrainFactory"/>: an Orleans client or a silo.</summary>
    /// <remarks>Further checks of readiness are health checks with the tag <see cref="HealthTags.Ready"/>.</remarks>
    public static WebApplicationBuilder AddUnitsGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddUnitsGateway(builder.Configuration);
        return builder;
    }

    private static void AddUnitsGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentity(configuration);
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.DrainTime = new SettingReader(configuration)
                .Time("Units:DrainTime", options.DrainTime, TimeSpan.Zero, TimeSpan.FromMinutes(1)))
            .ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<GatewayOptions>>(
            (host, gateway) => host.ShutdownTimeout = gateway.Value.DrainTime + GatewayLimits.StopTime);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<VietnamClock>();
        services.TryAddSingleton<CatalogueCache>();
        services.TryAddSingleton(provider => new UnitCache(provider.GetRequiredService<IGrainFactory>()));
        services.TryAddSingleton<ReportParser>();
        services.TryAddSingleton<LoadRefusals>();
        services.TryAddSingleton<AdmissionWindow>();
        services.AddHostedService<ProcessorWait>();
        services.TryAddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.TryAddSingleton<ReportStreams>();
        services.TryAddSingleton<ChildList>();
        services.TryAddSingleton<ExactReads>();
        services.TryAddSingleton<TargetEffects>();
        services.TryAddSingleton<CircleRule>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<WatchHub>(provider));
        services.AddHostedService(provider => provider.GetRequiredService<WatchHub>());
        services.TryAddSingleton<Watches>();
        services.AddMonitor();
        services.AddMetrics();
        services.TryAddSingleton<GatewayMetrics>();

        services
            .AddGrpc(options =>
            {
                options.MaxReceiveMessageSize = GatewayLimits.MaxMessageBytes;
                options.Interceptors.Add<ErrorInterceptor>();
            })
            .AddJsonTranscoding(options =>
            {
                options.TypeRegistry = ProtoJson.Types;

                // As ProtoJSON has it: a number of 64 bits does not survive JavaScript.
                options.JsonSettings.WriteInt64sAsStrings = true;
            });
        services.AddGrpcReflection();
        services.AddBrowsers();

        // At Information the stack logs the words of every refusal, and with them what was sent. ErrorInterceptor logs without it.
        services.Configure<LoggerFilterOptions>(options =>
        {
            options.AddFilter("Grpc", LogLevel.Warning);
            // It writes a stack trace for each message that does not parse; faults of our own are logged by ErrorInterceptor.
            options.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
            options.AddFilter("Microsoft.AspNetCore.Grpc.JsonTranscoding", LogLevel.Warning);
            // It writes whole addresses of requests, which name units and hold resume tokens.
            options.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
            // Who was refused and why is logged by IdentityGate.
            options.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning);
        });
        services.AddHealthChecks()
            .AddCheck<DrainHealthCheck>("drain", tags: [HealthTags.Ready])
            .AddCheck<RegistryHealthCheck>("registry", tags: [HealthTags.Ready]);
        services.AddGrpcHealthChecks(options =>
        {
            options.Services.Clear();
            foreach (string service in Services)
            {
                options.Services.Map(service, check => check.Tags.Contains(HealthTags.Ready));
            }
        });
    }

    /// <summary>True where the configuration says whom to believe, so that every call needs a token or a certificate.</summary>
    /// <exception cref="SettingException">A value is wrong or missing; the message names its key.</exception>
    public static bool AsksForIdentity(IConfiguration configuration) => IdentityOptions.Read(configuration).IsConfigured;

    /// <summary>True where every call has to say who it is from; false where whoever reaches the process may do everything.</summary>
    public static bool KnowsItsCallers(this IServiceProvider services) => services.GetRequiredService<IdentityOptions>().IsConfigured;

    /// <summary>Maps the services, reflection, grpc.health.v1, <c>/health/live</c> and <c>/health/ready</c>, and what describes the API.</summary>
    public static WebApplication MapUnitsGateway(this WebApplication app)
    {
        app.Services.GetRequiredService<GatewayMetrics>();
        app.UseBrowsers();
        app.UseMiddleware<ReportAdmission>();
        app.UseIdentity();
        app.UseMiddleware<StackRefusals>();
        app.MapGrpcService<UnitService>();
        app.MapGrpcService<CatalogService>();
        app.MapGrpcService<PlanService>();
        app.MapGrpcService<ReportService>();
        app.MapGrpcService<TotalService>();
        // What the API is, and whether it serves, is no secret: a client needs the one before it has a token, and a probe never has one.
        app.MapGrpcReflectionService().AllowAnonymous();
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapOpenApiDocument();
        app.MapServiceConfig();
        app.MapMonitor();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Ready) }).AllowAnonymous();
        return app;
    }

    /// <summary>Whose health is told over gRPC; the empty name is the whole.</summary>
    private static readonly string[] Services =
    [
        "", V1.UnitService.Descriptor.FullName, V1.CatalogService.Descriptor.FullName, V1.PlanService.Descriptor.FullName,
        V1.ReportService.Descriptor.FullName, V1.TotalService.Descriptor.FullName,
    ];
}
