using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>What storage keeps of one unit.</summary>
internal sealed class UnitRecord(int index)
{
    /// <summary>Its index.</summary>
    public int Index => index;

    /// <summary>Its id.</summary>
    public UnitId Id => SimCatalogue.Units[index];

    /// <summary>The journal.</summary>
    public List<JournalReport> Reports { get; } = [];

    /// <summary>The batch of each report.</summary>
    public List<Guid> Batches { get; } = [];

    /// <summary>The cells that each report moves.</summary>
    public List<CellValue[]> Cells { get; } = [];

    /// <summary>The sequence of each known report.</summary>
    public Dictionary<ReportKey, int> Known { get; } = [];

    /// <summary>The latest row of each page's place.</summary>
    public Dictionary<(bool IsTarget, int Subject, ushort Category, Month Month, int Span, SourceId Source), PageRow> Latest { get; } = [];

    /// <summary>The sum of its own rows by cell.</summary>
    public Dictionary<CellKey, Int128> Own { get; } = [];

    /// <summary>How many reports are committed, by month; one array for each sequence from 0.</summary>
    public List<int[]> MarkersAt { get; } = [new int[SimCatalogue.Months]];

    /// <summary>How many reports are committed, by month.</summary>
    public int[] Markers => MarkersAt[^1];

    /// <summary>The epoch row; 0 for none.</summary>
    public long Epoch { get; set; }

    /// <summary>True once it was named as a parent.</summary>
    public bool IsNamed { get; set; }

    /// <summary>The edges, the earliest first.</summary>
    public ImmutableArray<UnitEdge> Edges { get; set; } = [];

    /// <summary>The parent in each month by index, −1 for none: kept apart from the product's map of edges.</summary>
    public int[] ParentAt { get; } = NoParents();

    /// <summary>Every unit that has or had it as a parent, in the order in which they came.</summary>
    public List<int> Children { get; } = [];

    /// <summary>Saved records by child, the newest last.</summary>
    public Dictionary<UnitId, List<HeldRecord>> Snapshot { get; } = [];

    /// <summary>The last month about which its journal says anything.</summary>
    public Month? LastMonth { get; set; }

    /// <summary>True once it was a parent or has an epoch.</summary>
    public bool IsInterior => IsNamed || Epoch > 0;

    private static int[] NoParents()
    {
        int[] none = new int[SimCatalogue.Months];
        Array.Fill(none, -1);
        return none;
    }
}
