namespace Units.Grains.Storage;

/// <summary>What stands on a month of a register after a row.</summary>
/// <param name="Kind">Nothing, a value or a pin.</param>
/// <param name="Cell">The amount of the month itself, also under a pin; zero where nothing stands.</param>
/// <param name="Quality">Final or estimate, exact or at least.</param>
/// <param name="Revision">The highest revision that the source has given, or null.</param>
internal readonly record struct Statement(StatementKind Kind, Amount Cell, Quality Quality, long? Revision)
{
    /// <summary>The part of the cell that is an estimate.</summary>
    public Amount Estimated => Kind != StatementKind.None && Quality.HasFlag(Quality.Estimate) ? Cell : Amount.Zero;

    /// <summary>1 where something stands that says "at least".</summary>
    public int AtLeast => Kind != StatementKind.None && Quality.HasFlag(Quality.AtLeast) ? 1 : 0;

    /// <summary>1 where something stands.</summary>
    public int Presence => Kind != StatementKind.None ? 1 : 0;
}
