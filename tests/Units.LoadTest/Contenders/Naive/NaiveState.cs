using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>The whole state of a unit, rewritten at every report.</summary>
/// <remarks>It remembers every report for ever, because an id that is forgotten would count twice, and because the contract gives any receipt ever
/// issued. Whoever bounds this set makes the write cheaper and the promise false; whoever moves it to a table of its own no longer has a naive grain.
/// In a run of minutes a ward remembers some tens of reports, so the comparison sees little of what this costs after a year.</remarks>
[GenerateSerializer, Alias("units.contenders.NaiveState")]
internal sealed class NaiveState
{
    /// <summary>What the unit itself reported.</summary>
    [Id(0)] public Dictionary<NaiveCell, CellTotal> Own { get; set; } = [];

    /// <summary>Every report by source and id.</summary>
    [Id(1)] public Dictionary<(string Source, string Id), StoredReport> Reports { get; set; } = [];
}
