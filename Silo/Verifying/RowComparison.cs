using System.Collections.Immutable;
using System.Globalization;
using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>Holds the rows of a unit against those that the rules make, and words what differs.</summary>
internal sealed class RowComparison(UnitId unit, LedgerNames names, Findings findings)
{
    /// <summary>Notes something about the journal of the unit.</summary>
    public void Say(string where, string expected, string found) => findings.Add(new Contradiction(unit.Text, where, expected, found, Remedies.Journal));

    /// <summary>False when rows are missing, or the first one does not say whose report it is; that is noted.</summary>
    public bool IsWhole(StoredReport report)
    {
        for (int n = 0; n < report.Rows.Count; n++)
        {
            if (report.Rows[n].N != n)
            {
                Say($"report {report.Sequence}", $"row {n}", $"row {report.Rows[n].N} in its place");
                return false;
            }
        }

        if (report.Report.Length == 0 || report.Reporter.Length == 0)
        {
            Say($"report {report.Sequence}, row 0", "the source and id of the report", "none");
            return false;
        }

        return true;
    }

    /// <summary>Holds rows that are about no amount against that.</summary>
    public void MovesNothing(StoredReport report)
    {
        foreach (JournalRow row in report.Rows.Where(r => r.After is not null || r.Cells().Any()))
        {
            Differ(report, row with { After = null, Delta = Amount.Zero, Presence = 0, Estimated = Amount.Zero, AtLeast = 0 }, row);
        }
    }

    /// <summary>Holds the rows of a report against those that the rules make. Where these can make several, the one that fits counts.</summary>
    public void Compare(StoredReport report, IEnumerable<ImmutableArray<JournalRow>> possible)
    {
        ImmutableArray<JournalRow> expected = [];
        foreach (ImmutableArray<JournalRow> rows in possible)
        {
            expected = rows;
            if (rows.SequenceEqual(report.Rows))
            {
                return;
            }
        }

        if (expected.Length != report.Rows.Count)
        {
            Say($"report {report.Sequence}", string.Create(CultureInfo.InvariantCulture, $"{expected.Length} rows"),
                string.Create(CultureInfo.InvariantCulture, $"{report.Rows.Count} rows"));
        }

        foreach ((JournalRow made, JournalRow row) in expected.Zip(report.Rows).Where(pair => pair.First != pair.Second))
        {
            Differ(report, made, row);
        }
    }

    private void Differ(StoredReport report, JournalRow made, JournalRow row)
    {
        CellKey? cell = CellOf(row);
        (string Name, string Made, string Found)[] fields =
        [
            ("kind", $"{made.Kind}", $"{row.Kind}"),
            ("outcome", $"{made.Outcome}", $"{row.Outcome}"),
            ("month", $"{made.Month}", $"{row.Month}"),
            ("source", $"{made.Source}", $"{row.Source}"),
            ("value", Text(cell, made.Value), Text(cell, row.Value)),
            ("delta", Text(cell, made.Delta), Text(cell, row.Delta)),
            ("presence", Number(made.Presence), Number(row.Presence)),
            ("estimated", Text(cell, made.Estimated), Text(cell, row.Estimated)),
            ("at least", Number(made.AtLeast), Number(row.AtLeast)),
            ("statement", Stands(cell, made.After), Stands(cell, row.After)),
        ];
        (string Name, string Made, string Found)[] differing = [.. fields.Where(f => f.Made != f.Found)];
        findings.Add(new Contradiction(unit.Text, string.Create(CultureInfo.InvariantCulture, $"report {report.Sequence} ({report.Report} of {report.Reporter}), row {row.N}"),
            List(differing.Select(f => (f.Name, f.Made))), List(differing.Select(f => (f.Name, f.Found))), Remedies.Journal)
        {
            Subject = cell is { } key ? names.Subject(key) : "",
            Month = row.Month,
        });
    }

    private static string List(IEnumerable<(string Name, string Text)> fields) =>
        string.Join(", ", fields.Select(f => $"{f.Name} {f.Text}")) is { Length: > 0 } text ? text : "other columns";

    private static CellKey? CellOf(JournalRow row) => row.Subject is not { } subject ? null : CellKey.FromRow(
        row.Kind switch { RowKind.Target => Aspect.Target, RowKind.RatioTarget => Aspect.RatioTarget, _ => Aspect.Actual }, subject, row.Category, row.Month, row.Span);

    private string Text(CellKey? cell, Amount amount) => cell is { } key ? names.Text(key, amount) : $"{amount}";

    private string Stands(CellKey? cell, Statement? statement) => statement switch
    {
        null => "unchanged",
        { Kind: StatementKind.None } => "nothing",
        { } s => $"{Text(cell, s.Cell)} ({s.Kind}, {s.Quality}, revision {(s.Revision is { } revision ? Number(revision) : "none")})",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
