using System.Collections.Immutable;

namespace Units;

/// <summary>One rule that a request breaks. Its words are made at the gateway, in the language of the caller.</summary>
/// <param name="Reason">A reason of the error catalogue, such as <c>TOO_MANY_DECIMALS</c>.</param>
/// <param name="Field">The path of the field: <c>entries[3].value</c>.</param>
/// <param name="Value">The offending value as it was sent.</param>
/// <param name="Arguments">What the rule's sentence needs: the limit, the owner, the month.</param>
[GenerateSerializer, Immutable, Alias("units.Violation")]
public sealed record Violation(
    [property: Id(0)] string Reason,
    [property: Id(1)] string Field,
    [property: Id(2)] string Value,
    [property: Id(3)] ImmutableArray<string> Arguments);
