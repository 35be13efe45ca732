using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Fills in a row's statement and by how much it moves each aspect of its cell.</summary>
internal static class RowDeltas
{
    /// <summary>The row that leads from one statement to another.</summary>
    public static JournalRow Moving(this JournalRow row, Statement before, Statement after) => row with
    {
        After = after,
        Delta = after.Cell - before.Cell,
        Presence = after.Presence - before.Presence,
        Estimated = after.Estimated - before.Estimated,
        AtLeast = after.AtLeast - before.AtLeast,
    };
}
