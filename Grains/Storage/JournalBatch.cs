using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>What one unit appends at once: all of it or nothing.</summary>
internal sealed record JournalBatch
{
    /// <summary>The unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The writer's epoch; another one in the unit's epoch row is a conflict. 0 for a leaf, which has no row.</summary>
    public required long Epoch { get; init; }

    /// <summary>Tells our batch from another one at the same place when an answer was lost.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>At least one report; the sequences follow each other.</summary>
    public required ImmutableArray<JournalReport> Reports { get; init; }

    /// <summary>The edge of a move, which is then alone in its batch.</summary>
    public EdgeChange? Edge { get; init; }

    /// <summary>The revision of the closed months that its entries were judged under; null where it has none.</summary>
    public long? ClosuresRevision { get; init; }

    /// <summary>The months that it closes or opens; it is then alone in its batch.</summary>
    public ClosureChange? Closure { get; init; }

    /// <summary>The sequence after which it belongs.</summary>
    public long After => Reports[0].Sequence - 1;
}
