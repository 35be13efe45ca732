namespace Units.LoadTest.Chaos.Overloads;

/// <summary>What must hold while more is offered than is let in, and after it.</summary>
internal sealed record OverloadDemands
{
    /// <summary>The least share of what is let in that is acknowledged while it lasts.</summary>
    public required double Goodput { get; init; }

    /// <summary>Within which time 99 % of the refusals come.</summary>
    public TimeSpan Refused { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long after it all is as before.</summary>
    public TimeSpan NormalWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most memory that a process of the product holds, in bytes.</summary>
    public long Memory { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The least share of the schedule that has to be sent while it lasts: else it was none.</summary>
    public double Offered { get; init; } = 0.9;
}
