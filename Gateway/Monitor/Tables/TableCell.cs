namespace Units.Gateway.Monitor.Tables;

/// <summary>A cell: a text, or a number that a spreadsheet can count with.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Number">The number; null where it is none.</param>
internal readonly record struct TableCell(string Text, decimal? Number = null)
{
    /// <summary>A text.</summary>
    public static implicit operator TableCell(string text) => new(text);
}
