using Units.Grains.Ledger;

namespace Units.Grains.Propagation;

/// <summary>What a unit holds of a child, or of its own journal: the version and the cells that it last said.</summary>
internal sealed class HeldChild
{
    /// <summary>The version; 0.0 while nothing is held.</summary>
    public UnitVersion Version { get; set; }

    /// <summary>The cells.</summary>
    public CellTable Cells { get; } = new();

    /// <summary>True when it changed since it was last handed to the snapshot.</summary>
    public bool IsDirty { get; set; }
}
