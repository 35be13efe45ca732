using Google.Protobuf;
using Orleans.Runtime;

namespace Units.Gateway.Errors;

/// <summary>Reads what went wrong between the gateway and the grain.</summary>
internal static class Faults
{
    /// <summary>The reason of a fault, or null where it is a fault of our own.</summary>
    public static string? ReasonOf(Exception exception) => exception switch
    {
        TimeoutException => GatewayReasons.OutcomeUnknown,
        StorageUnavailableException => Reasons.StorageAway,

        // A later message of a stream, which is read inside the call. It is an IOException, and it would not parse the next time either.
        InvalidProtocolBufferException => GatewayReasons.MalformedMessage,

        // All of Orleans' own: a silo that is gone, a message rejected, a client that is not connected.
        OrleansException => GatewayReasons.ClusterUnavailable,

        // The cluster client while it starts or stops, and its connections.
        ObjectDisposedException or System.Net.Sockets.SocketException or IOException or OperationCanceledException =>
            GatewayReasons.ClusterUnavailable,
        AggregateException { InnerException: { } inner } => ReasonOf(inner),
        _ => null,
    };
}
