using Grpc.Core;

namespace Units.LoadTest.Chaos;

/// <summary>What must hold of a fault, beside the checks at the end.</summary>
internal sealed record Demands
{
    /// <summary>The longest time until a report of an affected ward is acknowledged; null where nothing is asked.</summary>
    public TimeSpan? ResumeWithin { get; init; }

    /// <summary>True where that counts from the end of the fault, not from its beginning.</summary>
    public bool ResumesAfterEnd { get; init; }

    /// <summary>The longest time without an acknowledgement of any ward that is not affected; null where nothing is asked.</summary>
    public TimeSpan? OthersGap { get; init; }

    /// <summary>True where nothing may be acknowledged while it lasts.</summary>
    public bool NothingAcknowledged { get; init; }

    /// <summary>With what calls may fail while it lasts; empty for anything.</summary>
    public IReadOnlyList<StatusCode> Failures { get; init; } = [];

    /// <summary>The most calls that a report may take; null for any number.</summary>
    public int? Calls { get; init; }

    /// <summary>The most by which the delay until watchers see a probe may grow: the median over watchers of what 99 % do not exceed, with the fault over
    /// without it; null where nothing is asked.</summary>
    public double? SeenRatio { get; init; }
}
