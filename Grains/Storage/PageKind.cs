namespace Units.Grains.Storage;

/// <summary>How much of a unit's journal one page holds.</summary>
internal enum PageKind
{
    /// <summary>A year of a flow: pins reach no further.</summary>
    Flow = 0,

    /// <summary>All years of a stock: a level depends on every month before it.</summary>
    Stock = 1,

    /// <summary>All targets of the unit.</summary>
    Targets = 2,
}
