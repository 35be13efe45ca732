using Grpc.Core;

namespace Units.Gateway.Identity;

/// <summary>Finds the caller of a call.</summary>
internal static class Callers
{
    /// <summary>Who calls, as <see cref="IdentityGate"/> found out.</summary>
    /// <exception cref="InvalidOperationException">The call came round the gate: a fault of ours, and nobody is let in by it.</exception>
    public static Caller Caller(this ServerCallContext context) => context.GetHttpContext().Features.Get<Caller>()
        ?? throw new InvalidOperationException($"{context.Method} was reached without its caller being known.");

    /// <summary>The client behind a call; null where nothing is limited.</summary>
    public static Client? Client(this ServerCallContext context) => context.GetHttpContext().Features.Get<Client>();
}
