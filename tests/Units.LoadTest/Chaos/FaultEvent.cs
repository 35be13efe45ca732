namespace Units.LoadTest.Chaos;

/// <summary>A fault that was done to the cluster.</summary>
internal sealed record FaultEvent
{
    /// <summary>Which one, as in docs/RELIABILITY.md.</summary>
    public required string Fault { get; init; }

    /// <summary>To what it was done, and what that held.</summary>
    public required string Target { get; init; }

    /// <summary>The process id of that; 0 where it was done to a wire.</summary>
    public required int Process { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When, in stopwatch ticks.</summary>
    public required long Start { get; init; }

    /// <summary>When its cause was over, in stopwatch ticks.</summary>
    public required long End { get; init; }

    /// <summary>The wards that it concerns, by their places; null for all.</summary>
    public IReadOnlySet<int>? Affected { get; init; }

    /// <summary>Times with and without it, in turn, in stopwatch ticks; empty where it was there once.</summary>
    public IReadOnlyList<(long From, long To, bool IsStruck)> Windows { get; init; } = [];

    /// <summary>What must hold.</summary>
    public required Demands Demands { get; init; }

    /// <summary>What was seen, in words.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What did not hold that only whoever did it could see.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];
}
