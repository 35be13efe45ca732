namespace Units.Gateway.Hosting;

/// <summary>The gRPC service config that clients are recommended: retries for writes, hedging for reads, deadlines.</summary>
internal static class ServiceConfig
{
    private const string Resource = "units-service-config.json";

    /// <summary>Its text: Gateway/Protos/units-service-config.json.</summary>
    public static string Read()
    {
        using Stream stream = typeof(ServiceConfig).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no resource {Resource}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Serves it at <c>/grpc/service-config.json</c>.</summary>
    public static void MapServiceConfig(this IEndpointRouteBuilder routes)
    {
        string text = Read();
        routes.MapGet("/grpc/service-config.json", () => Results.Text(text, "application/json")).AllowAnonymous();
    }
}
