using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>The database: every statement happens at once and alone.</summary>
internal sealed partial class SimStore(SimRandom random, Profile profile, FaultCounts faults)
{
    private readonly JournalChecks _checks = new();
    private readonly List<UnitRecord> _units = [];
    private long _revision;

    /// <summary>The units by index.</summary>
    public IReadOnlyList<UnitRecord> Units => _units;

    /// <summary>The record of a unit.</summary>
    public UnitRecord this[UnitId unit] => _units[SimCatalogue.IndexOf(unit)];

    /// <summary>Creates a unit, as the registry does.</summary>
    public UnitRecord Create(int parent)
    {
        UnitRecord unit = new(_units.Count);
        _units.Add(unit);
        if (parent >= 0)
        {
            Write(unit, new UnitEdge(Month.MinValue, _units[parent].Id));
        }

        return unit;
    }

    /// <summary>Where the journal ends and where the unit hangs.</summary>
    public UnitHead ReadHead(UnitId unit) => new(this[unit].Reports.Count, this[unit].IsInterior, this[unit].Edges);

    /// <summary>Raises the epoch.</summary>
    public long TakeEpoch(UnitId unit) => ++this[unit].Epoch;

    /// <summary>What one query says about a unit and its children.</summary>
    public ChildrenReading ReadChildren(UnitId unit, ImmutableDictionary<UnitId, long> held)
    {
        UnitRecord self = this[unit];
        ImmutableArray<LeafReading>.Builder news = ImmutableArray.CreateBuilder<LeafReading>();
        ImmutableArray<UnitId>.Builder interior = ImmutableArray.CreateBuilder<UnitId>();
        AddNews(self, held, news);
        foreach (int child in self.Children)
        {
            if (!_units[child].Edges.Any(e => e.Parent == unit))
            {
                // A later move took all of its months, in which nothing was reported.
                continue;
            }

            if (_units[child].IsInterior)
            {
                interior.Add(_units[child].Id);
            }
            else
            {
                AddNews(_units[child], held, news);
            }
        }

        return new ChildrenReading(self.Reports.Count, self.Edges, news.ToImmutable(), interior.ToImmutable());
    }

    /// <summary>Pages of a ledger.</summary>
    public PageReading ReadPages(UnitId unit, ImmutableArray<PageKey> pages)
    {
        UnitRecord self = this[unit];
        ImmutableArray<PageRow>.Builder rows = ImmutableArray.CreateBuilder<PageRow>();
        if (!pages.IsEmpty)
        {
            foreach (PageRow row in self.Latest.Values)
            {
                if (IsOnAny(pages, row))
                {
                    rows.Add(row);
                }
            }
        }

        return new PageReading(self.Reports.Count, rows.ToImmutable());
    }

    /// <summary>The steps of a unit's plans.</summary>
    public PlansReading ReadPlans(UnitId unit) => new(
        this[unit].Reports.Count,
        [
            .. this[unit].Reports.Where(r => r.Rows[0].Kind >= RowKind.PlanDraft)
                .Select(r => PlanText.Entry(r.Rows[0].Kind, r.Rows[0].Detail!, r.Key, r.Sequence, r.ReceivedAt, r.Who)),
        ]);

    /// <summary>The receipts of known reports.</summary>
    public ImmutableArray<Receipt> FindReceipts(UnitId unit, ImmutableArray<ReportKey> reports) =>
        [.. reports.Where(this[unit].Known.ContainsKey).Select(key => Receipts.Of(unit, this[unit].Reports[this[unit].Known[key] - 1]))];

    /// <summary>The tree above a would-be parent.</summary>
    public TreeReading ReadTree(UnitId unit, UnitId parent)
    {
        Dictionary<UnitId, ImmutableArray<UnitEdge>> above = [];
        Queue<UnitId> next = new([parent]);
        while (next.TryDequeue(out UnitId at))
        {
            if (above.TryAdd(at, this[at].Edges))
            {
                foreach (UnitEdge edge in this[at].Edges)
                {
                    next.Enqueue(edge.Parent);
                }
            }
        }

        return new TreeReading(_revision, true, this[unit].LastMonth, above.ToImmutableDictionary());
    }

    /// <summary>The interior units without a parent in some month.</summary>
    public List<UnitId> ReadInteriorRoots() =>
        [.. _units.Where(u => u.IsInterior && !u.Edges.Any(e => e.From == Month.MinValue)).Select(u => u.Id)];

    private static bool IsOnAny(ImmutableArray<PageKey> pages, PageRow row)
    {
        bool isTarget = row.Kind is RowKind.Target or RowKind.RatioTarget;
        foreach (PageKey page in pages)
        {
            bool isOn = page.Kind switch
            {
                PageKind.Targets => isTarget,
                PageKind.Flow => !isTarget && row.Subject == page.Measure && row.Month.Year == page.Year,
                _ => !isTarget && row.Subject == page.Measure,
            };
            if (isOn)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddNews(UnitRecord unit, ImmutableDictionary<UnitId, long> held, ImmutableArray<LeafReading>.Builder news)
    {
        int from = (int)held.GetValueOrDefault(unit.Id);
        if (unit.Reports.Count <= from)
        {
            return;
        }

        Dictionary<CellKey, Amount> sums = [];
        for (int i = from; i < unit.Reports.Count; i++)
        {
            foreach (CellValue cell in unit.Cells[i])
            {
                sums[cell.Key] = sums.GetValueOrDefault(cell.Key) + cell.Amount;
            }
        }

        news.Add(new LeafReading(
            unit.Id, from, unit.Reports.Count, unit.Edges, [.. sums.Where(s => !s.Value.IsZero).Select(s => new CellValue(s.Key, s.Value))]));
    }

    /// <summary>Writes an edge: from its month on its parent holds, and later edges are gone.</summary>
    private void Write(UnitRecord unit, UnitEdge edge)
    {
        unit.Edges = [.. unit.Edges.Where(e => e.From < edge.From), edge];
        UnitRecord parent = this[edge.Parent];
        parent.IsNamed = true;
        if (!parent.Children.Contains(unit.Index))
        {
            parent.Children.Add(unit.Index);
        }

        for (int month = Math.Max(0, SimCatalogue.IndexOf(edge.From)); month < SimCatalogue.Months; month++)
        {
            unit.ParentAt[month] = parent.Index;
        }

        _revision++;
        JournalChecks.EdgeWritten(_units, unit);
    }

    /// <summary>The saved records: each the newest, an older one, or lost.</summary>
    public List<HeldRecord> LoadSnapshot(UnitId unit)
    {
        List<HeldRecord> records = [];
        foreach (List<HeldRecord> saved in this[unit].Snapshot.Values)
        {
            if (random.Chance(profile.RecordLost))
            {
                faults.Count(Fault.SnapshotLost);
            }
            else if (saved.Count > 1 && random.Chance(profile.RecordOld))
            {
                faults.Count(Fault.SnapshotOld);
                records.Add(saved[random.Below(saved.Count - 1)]);
            }
            else
            {
                records.Add(saved[^1]);
            }
        }

        return records;
    }

    /// <summary>Keeps records, and older ones of the same children.</summary>
    public void Save(UnitId unit, ImmutableArray<HeldRecord> changed)
    {
        foreach (HeldRecord record in changed)
        {
            Dictionary<UnitId, List<HeldRecord>> snapshot = this[unit].Snapshot;
            if (!snapshot.TryGetValue(record.Child, out List<HeldRecord>? saved))
            {
                snapshot.Add(record.Child, saved = []);
            }

            saved.Add(record);
        }
    }
}
