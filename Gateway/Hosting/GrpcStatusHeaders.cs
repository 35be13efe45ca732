using System.Globalization;

namespace Units.Gateway.Hosting;

/// <summary>Writes google.rpc.Status as gRPC carries it in headers or trailers.</summary>
internal static class GrpcStatusHeaders
{
    /// <summary>The code.</summary>
    public const string Status = "grpc-status";

    /// <summary>The details.</summary>
    public const string Details = "grpc-status-details-bin";

    private const string Message = "grpc-message";

    /// <summary>Writes a status, in place of one that is there.</summary>
    public static void Write(IHeaderDictionary headers, Google.Rpc.Status status)
    {
        headers[Status] = status.Code.ToString(CultureInfo.InvariantCulture);
        headers[Message] = Uri.EscapeDataString(status.Message);
        headers[Details] = Convert.ToBase64String(Google.Protobuf.MessageExtensions.ToByteArray(status)).TrimEnd('=');
    }
}
