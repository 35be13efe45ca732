namespace Units.Core.Tests.Ledger;

/// <summary>A register by brute force: what was said is kept as it was said, and the cells are worked out afresh from all of it.</summary>
/// <remarks>The ledger keeps cells and flags and moves differences about; this keeps neither, so that the two can only agree by being right.</remarks>
internal sealed class OracleRegister(bool isStock)
{
    public SortedDictionary<Month, OracleStatement> Said { get; private init; } = [];

    public OracleRegister Copy() => new(isStock) { Said = new SortedDictionary<Month, OracleStatement>(Said) };

    public Dictionary<Month, Int128> Cells()
    {
        var cells = new Dictionary<Month, Int128>();
        foreach ((Month month, OracleStatement statement) in Said.Where(s => s.Value.Stands))
        {
            Int128 before = 0;
            foreach ((Month earlier, Int128 cell) in cells)
            {
                before += earlier < month && Reaches(earlier, month) ? cell : 0;
            }

            cells[month] = statement.IsSum ? statement.Stated - before : statement.Stated;
        }

        return cells;
    }

    /// <summary>Says an entry; the outcome tells whether anything came of it.</summary>
    public EntryOutcome Take(Entry entry, SourceId source, Func<int, SourceId> ownerOf)
    {
        OracleStatement? old = Said.GetValueOrDefault(entry.Month);
        long? known = old is not null && old.By == source ? old.Revision : null;
        if (entry.Revision is { } sent && known is { } had && sent < had)
        {
            return EntryOutcome.Superseded;
        }

        Dictionary<Month, Int128> before = Cells();
        Say(entry, old is { Stands: true } ? old : null, entry.Revision ?? known, source);
        OracleStatement now = Said[entry.Month];
        Dictionary<Month, Int128> after = Cells();
        bool same = old is { Stands: true } || now.Stands
            ? old is not null && now with { By = source } == old with { By = source, Revision = known }
            : now.Revision == known;
        TakeOver(entry, before, after, ownerOf);
        return same ? EntryOutcome.Unchanged : Fits(before, after) ? EntryOutcome.Accepted : EntryOutcome.Refused;
    }

    private void Say(Entry entry, OracleStatement? old, long? revision, SourceId source)
    {
        Int128 value = entry.Value.Scaled;
        Said[entry.Month] = entry.Kind switch
        {
            EntryKind.Set => new OracleStatement(isStock, value, entry.Quality, revision, source),
            EntryKind.YearToDate => new OracleStatement(true, value, entry.Quality, revision, source),
            EntryKind.Clear => new OracleStatement(false, 0, Quality.Final, revision, source, Stands: false),
            _ when old is null => new OracleStatement(false, value, entry.Quality, revision, source),
            _ => old with { Stated = old.Stated + value, Quality = old.Quality | entry.Quality, Revision = revision, By = source },
        };
        if (entry.Kind != EntryKind.Add)
        {
            return;
        }

        foreach (Month later in Said.Keys.Where(m => m > entry.Month && Reaches(entry.Month, m) && Said[m] is { Stands: true, IsSum: true }).ToList())
        {
            Said[later] = Said[later] with { Stated = Said[later].Stated + value };
        }
    }

    /// <summary>A later sum that has to give way goes under the name of whoever owns its year now.</summary>
    private void TakeOver(Entry entry, Dictionary<Month, Int128> before, Dictionary<Month, Int128> after, Func<int, SourceId> ownerOf)
    {
        foreach (Month month in after.Keys.Where(m => m != entry.Month && after[m] != before[m]))
        {
            SourceId owner = ownerOf(month.Year);
            Said[month] = Said[month].By == owner ? Said[month] : Said[month] with { By = owner, Revision = null };
        }
    }

    private bool Fits(Dictionary<Month, Int128> before, Dictionary<Month, Int128> after) =>
        before.Keys.Union(after.Keys).All(m =>
            Storable(after.GetValueOrDefault(m)) && Storable(after.GetValueOrDefault(m) - before.GetValueOrDefault(m)))
        && Said.Values.All(s => !s.Stands || !s.IsSum || Storable(s.Stated));

    private bool Reaches(Month from, Month to) => isStock || from.Year == to.Year;

    private static bool Storable(Int128 amount) => Int128.Abs(amount) <= Amount.MaxStored;
}
