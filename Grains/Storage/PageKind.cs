namespace Units.Grains.Storage;

/// <summary>How much of a unit's journal one page holds.</summary>
internal enum PageKind
{
    /// <summary>A year of a flow, from a month on: pins reach no further.</summary>
    Flow = 0,

    /// <summary>A stock from a month on: a pin absorbs what changes in any month before it.</summary>
    Stock = 1,

    /// <summary>All targets of the unit.</summary>
    Targets = 2,
}
