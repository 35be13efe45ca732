namespace Units.Gateway.Monitor.Reading;

/// <summary>A line of a journal that came lately.</summary>
/// <param name="Unit">Whose journal.</param>
/// <param name="Line">The line.</param>
internal sealed record News(UnitId Unit, JournalLine Line);
