using System.Collections.Immutable;

namespace Units;

/// <summary>The answer to a report or a target.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Receipt">Present when committed, repeated, or known with other content.</param>
/// <param name="Violations">Present when refused.</param>
[GenerateSerializer, Immutable, Alias("units.SubmitResult")]
public sealed record SubmitResult(
    [property: Id(0)] SubmitStatus Status,
    [property: Id(1)] Receipt? Receipt,
    [property: Id(2)] ImmutableArray<Violation> Violations)
{
    /// <summary>A status that needs no more words.</summary>
    public static SubmitResult Of(SubmitStatus status) => new(status, null, []);
}
