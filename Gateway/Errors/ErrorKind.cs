using System.Collections.Immutable;
using Grpc.Core;

namespace Units.Gateway.Errors;

/// <summary>An entry of the error catalogue.</summary>
/// <param name="Reason">ErrorInfo.reason: stable, compared by programs.</param>
/// <param name="Status">The gRPC status of a request that is refused for this reason alone.</param>
/// <param name="Vi">The sentence in Vietnamese; {0}, {1} … are the arguments.</param>
/// <param name="En">The sentence in English; {0}, {1} … are the arguments.</param>
/// <param name="Do">What its receiver does about it, in one short English sentence for docs/ERRORS.md.</param>
/// <param name="RetryAfter">When to repeat the same request, where that helps; otherwise null.</param>
public sealed record ErrorKind(string Reason, StatusCode Status, string Vi, string En, string Do, TimeSpan? RetryAfter = null)
{
    /// <summary>What {0}, {1} … of the sentences are, in English.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];
}
