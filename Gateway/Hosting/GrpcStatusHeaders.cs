using System.Globalization;

namespace Units.Gateway.Hosting;

/// <summary>google.rpc.Status as gRPC carries it in headers or trailers.</summary>
/// <param name="Code">The code.</param>
/// <param name="Words">The message, escaped.</param>
/// <param name="Bytes">The whole, in base64.</param>
internal readonly record struct GrpcStatusHeaders(string Code, string Words, string Bytes)
{
    /// <summary>The header of the code.</summary>
    public const string Status = "grpc-status";

    /// <summary>The header of the details.</summary>
    public const string Details = "grpc-status-details-bin";

    private const string Message = "grpc-message";

    /// <summary>Those of a status.</summary>
    public static GrpcStatusHeaders Of(Google.Rpc.Status status) => new(
        status.Code.ToString(CultureInfo.InvariantCulture),
        Uri.EscapeDataString(status.Message),
        Convert.ToBase64String(Google.Protobuf.MessageExtensions.ToByteArray(status)).TrimEnd('='));

    /// <summary>Writes them, in place of those of a status that is there.</summary>
    public void Write(IHeaderDictionary headers)
    {
        headers[Status] = Code;
        headers[Message] = Words;
        headers[Details] = Bytes;
    }
}
