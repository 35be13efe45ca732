namespace Units.Gateway.Hosting;

/// <summary>Tells gRPC from JSON over HTTP: both reach the same methods.</summary>
internal static class CallFormat
{
    private const string GrpcContent = "application/grpc";

    /// <summary>True for gRPC, also from a browser.</summary>
    public static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(GrpcContent, StringComparison.OrdinalIgnoreCase) == true;
}
