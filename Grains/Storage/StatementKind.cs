namespace Units.Grains.Storage;

/// <summary>What stands on a month of a register. The numbers are stored.</summary>
internal enum StatementKind
{
    /// <summary>Nothing: missing, which is not 0.</summary>
    None = 0,

    /// <summary>The value of the month itself.</summary>
    Value = 1,

    /// <summary>The sum up to the month: it holds whatever is said about earlier months.</summary>
    Pin = 2,
}
