using System.Collections.Immutable;
using Google.Protobuf;

namespace Units.Gateway.Errors;

/// <summary>A request is refused. The interceptor turns it into a status in the language of the caller.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Refuses for a reason of the catalogue that is about no single field.</summary>
    public RefusedException(string reason, params string[] arguments)
        : base(reason)
    {
        Reason = reason;
        Arguments = [.. arguments];
    }

    /// <summary>Refuses for violations: under their common reason, or as an invalid request where they differ.</summary>
    public RefusedException(ImmutableArray<Violation> violations)
        : base(violations[0].Reason)
    {
        Violations = violations;
        bool common = violations.All(v => v.Reason == violations[0].Reason);
        Reason = common ? violations[0].Reason : GatewayReasons.InvalidRequest;
        Arguments = common ? violations[0].Arguments : [violations.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)];
    }

    /// <summary>The reason of the whole.</summary>
    public string Reason { get; }

    /// <summary>What the sentence of the reason needs.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>Every rule that is broken, where the trouble is the request.</summary>
    public ImmutableArray<Violation> Violations { get; } = [];

    /// <summary>ErrorInfo.metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A detail of our own, where there is one.</summary>
    public IMessage? Detail { get; init; }
}
