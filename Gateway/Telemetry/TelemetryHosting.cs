using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Units.Gateway.Hosting;

namespace Units.Gateway.Telemetry;

/// <summary>Sends traces and metrics by OTLP. Off until an endpoint is set; all other settings are OpenTelemetry's own, <c>OTEL_…</c>.</summary>
public static class TelemetryHosting
{
    /// <summary>The key, and the environment variable, that turns it on: where the collector is, such as <c>http://localhost:4317</c>.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The name of the meter and of the source of activities of the product, in each of its processes.</summary>
    public const string Name = "Units";

    private const string SamplerKey = "OTEL_TRACES_SAMPLER";

    // Orleans' own meter, and its source of the calls between grains.
    private const string OrleansMeter = "Microsoft.Orleans";
    private const string OrleansCalls = "Microsoft.Orleans.Application";

    /// <summary>True when an endpoint is set.</summary>
    /// <exception cref="SettingException">It is not one.</exception>
    public static bool IsTelemetryOn(this IConfiguration configuration)
    {
        if (new SettingReader(configuration).Text(EndpointKey) is not { } text)
        {
            return false;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
            ? true
            : throw new SettingException(EndpointKey, text, "the http or https address of an OTLP collector, such as http://localhost:4317");
    }

    /// <summary>Adds the export, where an endpoint is set.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The name of the service, unless <c>OTEL_SERVICE_NAME</c> says another.</param>
    public static WebApplicationBuilder AddUnitsTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (!builder.Configuration.IsTelemetryOn())
        {
            return builder;
        }

        bool hasSampler = new SettingReader(builder.Configuration).Text(SamplerKey) is not null;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(Name, OrleansMeter, "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter())
            .WithTracing(tracing => (hasSampler ? tracing : tracing.SetSampler(new ParentBasedSampler(new RootSampler(RootSampler.DefaultShare))))
                .AddSource(Name, OrleansCalls)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter());
        return builder;
    }
}
