namespace Units.Core.Tests.Ledger;

/// <summary>A unit by brute force: registers and owners of series.</summary>
internal sealed class OracleUnit
{
    private Dictionary<(MeasureRef Measure, ushort Category, SourceId Source), OracleRegister> _registers = [];
    private Dictionary<(int Measure, int Year), SourceId> _owners = [];

    /// <summary>The outcomes of a report's entries, or null when it is refused whole.</summary>
    public EntryOutcome[]? Take(SourceId source, IReadOnlyList<Entry> entries, bool allOrNothing)
    {
        var registers = new Dictionary<(MeasureRef, ushort, SourceId), OracleRegister>(_registers);
        var owners = new Dictionary<(int, int), SourceId>(_owners);
        EntryOutcome[] outcomes = [.. entries.Select(entry => Take(source, entry))];
        int refused = outcomes.Count(outcome => outcome == EntryOutcome.Refused);
        if (refused < outcomes.Length && !(allOrNothing && refused > 0))
        {
            return outcomes;
        }

        (_registers, _owners) = (registers, owners);
        return null;
    }

    /// <summary>All cells that are not zero.</summary>
    public Dictionary<CellKey, Amount> Cells()
    {
        var sums = new Dictionary<CellKey, Amount>();
        foreach (((MeasureRef measure, ushort category, _), OracleRegister register) in _registers)
        {
            foreach ((Month month, Int128 cell) in register.Cells())
            {
                Quality quality = register.Said[month].Quality;
                Add(Aspect.Actual, cell);
                Add(Aspect.Presence, 1);
                Add(Aspect.Estimated, quality.HasFlag(Quality.Estimate) ? cell : 0);
                Add(Aspect.AtLeast, quality.HasFlag(Quality.AtLeast) ? 1 : 0);

                void Add(Aspect aspect, Int128 amount)
                {
                    CellKey key = CellKey.Of(aspect, measure.Number, category, month);
                    sums[key] = sums.GetValueOrDefault(key) + new Amount(amount);
                }
            }
        }

        return sums.Where(cell => !cell.Value.IsZero).ToDictionary();
    }

    private EntryOutcome Take(SourceId source, Entry entry)
    {
        bool owned = entry.Measure.Sources == SourceRule.One;
        (int, int) series = (entry.Measure.Number, entry.Month.Year);
        if (owned && _owners.TryGetValue(series, out SourceId owner) && owner != source)
        {
            return EntryOutcome.Refused;
        }

        if (entry.Kind == EntryKind.HandOver)
        {
            bool same = _owners.TryGetValue(series, out SourceId had) && had == entry.NewSource;
            _owners[series] = entry.NewSource;
            return same ? EntryOutcome.Unchanged : EntryOutcome.Accepted;
        }

        (MeasureRef, ushort, SourceId) key = (entry.Measure, entry.Category, owned ? default : source);
        OracleRegister register = _registers.TryGetValue(key, out OracleRegister? there)
            ? there.Copy() : new OracleRegister(entry.Measure.Kind == MeasureKind.Stock);
        EntryOutcome outcome = register.Take(
            entry, source, year => owned ? _owners.GetValueOrDefault((entry.Measure.Number, year), source) : source);
        if (outcome == EntryOutcome.Accepted)
        {
            _registers[key] = register;
            if (owned)
            {
                _owners[series] = source;
            }
        }

        return outcome;
    }
}
