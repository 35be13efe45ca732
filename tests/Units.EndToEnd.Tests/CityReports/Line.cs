namespace Units.EndToEnd.Tests.CityReports;

/// <summary>A numbered line of the reports: how it is entered as data, and probes on each side of its bounds.</summary>
/// <param name="Number">Its number in domain.md.</param>
/// <param name="Vi">Its indicator.</param>
/// <param name="Kind">Its kind as the table has it.</param>
/// <param name="Shape">The formula.</param>
internal sealed record Line(string Number, string Vi, string Kind, Shape Shape)
{
    /// <summary>Decimals of the measures.</summary>
    public int Scale { get; init; }

    /// <summary>Decimals of what is shown.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The targets, in the order of their tiers.</summary>
    public V1.Target[] Targets { get; init; } = [];

    /// <summary>The target of the unit above that the line inherits; null where it inherits none.</summary>
    public V1.Target? Above { get; init; }

    /// <summary>How many of the children, from the first on, the target names.</summary>
    public int Members { get; init; }

    /// <summary>What a person judged; only of a qualitative line, which has no value.</summary>
    public bool Judged { get; init; }

    /// <summary>What is reported and read back, each at a unit of its own.</summary>
    public Probe[] Probes { get; init; } = [];
}
