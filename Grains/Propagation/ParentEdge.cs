namespace Units.Grains.Propagation;

/// <summary>What a unit knows of one parent: what it has acknowledged, what changed since, and the message under way.</summary>
internal sealed class ParentEdge(UnitId parent)
{
    /// <summary>The parent.</summary>
    public UnitId Parent => parent;

    /// <summary>The version of the last acknowledgement in this activation; null when the next push must be all.</summary>
    public UnitVersion? Acknowledged { get; set; }

    /// <summary>The cells of this parent's part that changed since, by the version at which they last did.</summary>
    public Dictionary<CellKey, UnitVersion> Unsettled { get; } = [];

    /// <summary>The version at which this parent's part last changed.</summary>
    public UnitVersion LastChanged { get; set; }

    /// <summary>The version under way, or null.</summary>
    public UnitVersion? InFlight { get; set; }

    /// <summary>The changed cells that are under way.</summary>
    public CellKey[] Sent { get; set; } = [];

    /// <summary>True between an answer and the wake-up after it.</summary>
    public bool Resting { get; set; }

    /// <summary>True when there is something to say and nothing under way.</summary>
    public bool IsDue => InFlight is null && !Resting && (Acknowledged is null || Unsettled.Count > 0);
}
