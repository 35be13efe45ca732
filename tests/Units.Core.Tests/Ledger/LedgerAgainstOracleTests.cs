using CsCheck;
using Units.Grains.Storage;

namespace Units.Core.Tests.Ledger;

public class LedgerAgainstOracleTests
{
    private static readonly PageKey[] AllPages =
        [.. (from measure in LedgerGens.Measures from month in LedgerGens.Months select PageKey.Of(measure, month)).Distinct()];

    private static readonly CellKey[] AllKeys =
    [
        .. from measure in LedgerGens.Measures
           from category in Enumerable.Range(0, measure.Categories + 1)
           from month in LedgerGens.Months
           from aspect in new[] { Aspect.Actual, Aspect.Presence, Aspect.Estimated, Aspect.AtLeast }
           select CellKey.Of(aspect, measure.Number, (ushort)category, month),
    ];

    [Fact]
    public void Cells_sums_of_deltas_and_outcomes_are_those_of_all_statements_worked_out_afresh() =>
        LedgerGens.Reports(LedgerGens.Usual).Sample(Check, iter: 600, print: Print);

    [Fact]
    public void Near_the_largest_amount_an_entry_is_refused_exactly_when_something_would_not_fit() =>
        LedgerGens.Reports(LedgerGens.Vast).Sample(Check, iter: 300, print: Print);

    private static string Print(RandomReport[] reports) => string.Join(Environment.NewLine, reports.Select(r => r.ToString()));

    private static void Check(RandomReport[] reports)
    {
        LedgerBench bench = new();
        OracleUnit oracle = new();
        bool opensBatch = true;
        foreach ((int index, RandomReport report) in reports.Index())
        {
            if (opensBatch)
            {
                bench.LoadFor(reports[index..].TakeWhile((_, i) => i == 0 || reports[index + i - 1].Boundary == Boundary.GoOn));
            }

            opensBatch = report.Boundary != Boundary.GoOn;
            JournalReport? cut = bench.Stage(report.Source, report.Entries, report.AllOrNothing).Report;
            EntryOutcome[]? expected = oracle.Take(report.Source, report.Entries, report.AllOrNothing);
            Assert.Equal(expected, cut?.Rows.Where(row => row.Kind <= RowKind.HandOver).Select(row => row.Outcome).ToArray());
            RowsAreSound(cut);
            if (report.Boundary != Boundary.GoOn)
            {
                bench.Commit();
                CellsAgree(bench, oracle);
                Leave(bench, report.Boundary);
            }
        }

        bench.Commit();
        CellsAgree(bench, oracle);
        bench.Restart();
        CellsAgree(bench, oracle);
    }

    private static void Leave(LedgerBench bench, Boundary boundary)
    {
        if (boundary == Boundary.Trim)
        {
            bench.Ledger.Trim(1, new HashSet<PageKey>());
        }
        else if (boundary == Boundary.Restart)
        {
            bench.Restart();
        }
    }

    private static void RowsAreSound(JournalReport? report)
    {
        JournalRow? entry = null;
        foreach (JournalRow row in report?.Rows ?? [])
        {
            Assert.True(row.Outcome == EntryOutcome.Accepted || (row.After is null && row.Delta.IsZero && !row.Cells().Any()));
            if (row.Kind != RowKind.Carried)
            {
                entry = row;
                Assert.True(row.Kind != RowKind.Add || row.Outcome != EntryOutcome.Accepted || row.Delta == row.Value);
                continue;
            }

            // At most one carried row an entry, of a later month, and the two cancel; an add carries nothing.
            Assert.NotNull(entry);
            Assert.NotEqual(RowKind.Add, entry.Kind);
            Assert.Equal(-entry.Delta, row.Delta);
            Assert.True(row.Month > entry.Month);
            Assert.Equal(0, row.Presence);
            entry = null;
        }
    }

    private static void CellsAgree(LedgerBench bench, OracleUnit oracle)
    {
        Dictionary<CellKey, Amount> expected = oracle.Cells();
        Dictionary<CellKey, Amount> sums = bench.Journal.Sums();
        Assert.True(
            expected.Count == sums.Count(cell => !cell.Value.IsZero) && expected.All(cell => sums.GetValueOrDefault(cell.Key) == cell.Value),
            "the sums of the journal's deltas are not the oracle's cells");
        bench.Load(AllPages);
        foreach (CellKey key in AllKeys)
        {
            Amount cell = bench.Ledger.Cell(key);
            Assert.True(expected.GetValueOrDefault(key) == cell, $"the ledger's {key} is {cell}, not {expected.GetValueOrDefault(key)}");
        }
    }
}
