namespace Units.Gateway.Monitor.Tables;

/// <summary>A table of a page, as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, each with as many texts as there are headings; below them notes of one text each. They are read as they are written.</param>
internal sealed record Table(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<TableCell>> Rows);
