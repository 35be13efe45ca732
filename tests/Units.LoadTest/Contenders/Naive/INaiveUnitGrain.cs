using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>The unit grain that people write.</summary>
[Alias("units.contenders.INaiveUnitGrain")]
internal interface INaiveUnitGrain : IGrainWithStringKey
{
    /// <summary>Takes a report in and answers when the state with it is written. The first report again where the id is known, and true.</summary>
    [Alias("Submit")]
    Task<(StoredReport Report, bool Repeated)> Submit(string source, string id, IncomingEntry[] entries);

    /// <summary>The report under an id, or null.</summary>
    [Alias("Find")]
    Task<StoredReport?> Find(string source, string id);

    /// <summary>Totals of measures, by their numbers, over the months from one to another.</summary>
    [Alias("Read")]
    Task<CellTotal[]> Read(int[] measures, short from, short to);

    /// <summary>All cells of its total.</summary>
    [Alias("Cells")]
    Task<Dictionary<NaiveCell, CellTotal>> Cells();

    /// <summary>A child says what some of its cells are now.</summary>
    [Alias("Push")]
    Task Push(string child, Dictionary<NaiveCell, CellTotal> cells);
}
