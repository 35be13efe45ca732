using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>What every unit must have of each measure and month, and how many statements stand behind it.</summary>
internal sealed class Expected
{
    private readonly Evidence _evidence;

    // By measure and month, then by unit.
    private readonly long[][] _amounts;
    private readonly long[][] _statements;

    /// <summary>Works out every ward, and rolls up.</summary>
    public Expected(Evidence evidence, Resolution resolution)
    {
        _evidence = evidence;
        int cells = evidence.Measures.Ids.Count * evidence.Measures.Months.Count;
        _amounts = Table(cells);
        _statements = Table(cells);
        foreach (int ward in evidence.Country.Wards)
        {
            Ward(ward, resolution.Of(ward));
        }

        foreach (long[] column in _amounts.Concat(_statements))
        {
            evidence.Country.RollUp(column);
        }
    }

    /// <summary>The amount of a measure in a month.</summary>
    public long Amount(int unit, int measure, int month) => _amounts[Cell(measure, month)][unit];

    /// <summary>How many statements stand behind it.</summary>
    public long Statements(int unit, int measure, int month) => _statements[Cell(measure, month)][unit];

    /// <summary>The amount and the statements of a measure over all months.</summary>
    public (long Amount, long Statements) Sum(int unit, int measure)
    {
        long amount = 0;
        long statements = 0;
        for (int month = 0; month < _evidence.Measures.Months.Count; month++)
        {
            amount += Amount(unit, measure, month);
            statements += Statements(unit, measure, month);
        }

        return (amount, statements);
    }

    private void Ward(int ward, IReadOnlyList<Resolved> reports)
    {
        Oracle oracle = new();
        foreach (Resolved report in reports)
        {
            ref SentReport line = ref _evidence.Log[report.Line];
            for (int k = 0; k < _evidence.Content.Count(line); k++)
            {
                oracle.Apply(_evidence.Content.Entry(report.Line, line, k));
            }
        }

        foreach (((int measure, int month), long amount) in oracle.Cells)
        {
            _amounts[Cell(measure, month)][ward] = amount;
            _statements[Cell(measure, month)][ward] = 1;
        }
    }

    private int Cell(int measure, int month) => (measure * _evidence.Measures.Months.Count) + month;

    private long[][] Table(int cells) => [.. Enumerable.Range(0, cells).Select(_ => new long[_evidence.Country.Units.Count])];
}
