using Grpc.Core;

namespace Units.Gateway.Errors;

/// <summary>An entry of the error catalogue.</summary>
/// <param name="Reason">ErrorInfo.reason: stable, compared by programs.</param>
/// <param name="Status">The gRPC status of a request that is refused for this reason alone.</param>
/// <param name="Vi">The sentence in Vietnamese; {0}, {1} … are the arguments.</param>
/// <param name="En">The sentence in English; {0}, {1} … are the arguments.</param>
/// <param name="RetryAfter">When to repeat the same request, where that helps; otherwise null.</param>
public sealed record ErrorKind(string Reason, StatusCode Status, string Vi, string En, TimeSpan? RetryAfter = null);
