using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The answer to an append.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Repeated">The reports that are known already, where that is the trouble.</param>
internal sealed record AppendOutcome(AppendStatus Status, ImmutableArray<ReportKey> Repeated)
{
    /// <summary>Durable.</summary>
    public static readonly AppendOutcome Committed = new(AppendStatus.Committed, []);

    /// <summary>No answer.</summary>
    public static readonly AppendOutcome Unknown = new(AppendStatus.Unknown, []);

    /// <summary>Another writer was there.</summary>
    public static readonly AppendOutcome Conflict = new(AppendStatus.Conflict, []);

    /// <summary>The tree moved on.</summary>
    public static readonly AppendOutcome TreeChanged = new(AppendStatus.TreeChanged, []);

    /// <summary>The closed months are others.</summary>
    public static readonly AppendOutcome ClosuresChanged = new(AppendStatus.ClosuresChanged, []);
}
