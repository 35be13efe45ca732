using Units.LoadTest.Checking;

namespace Units.LoadTest.Load;

/// <summary>What a run gave.</summary>
internal sealed record LoadResult
{
    /// <summary>What was asked for.</summary>
    public required LoadPlan Plan { get; init; }

    /// <summary>All that the client saw.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The figures.</summary>
    public required Figures Figures { get; init; }

    /// <summary>What the checker found.</summary>
    public required CheckReport Checks { get; init; }
}
