using System.Collections.Immutable;
using CsCheck;
using Units.Grains.Ledger;
using Units.Grains.Propagation;

namespace Units.Core.Tests.Ledger;

/// <summary>What is remembered of children is what they hold, whatever changed since.</summary>
public class ChildAnswersTests
{
    private static readonly MeasureRef Measure = new(7, MeasureKind.Flow, SourceRule.Many, 0);

    private static readonly Gen<(int Child, int Month, long Amount, int Range, bool Leaves)> AnyStep =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 11], Gen.Long[-2, 2], Gen.Int[0, 5], Gen.Int[0, 9].Select(n => n == 0));

    [Fact]
    public void An_answer_is_always_what_reading_everything_anew_gives() =>
        AnyStep.Array[1, 60].Sample(steps =>
        {
            Dictionary<UnitId, HeldChild> held = [];
            ChildAnswers answers = new();
            foreach ((int child, int month, long amount, int range, bool leaves) in steps)
            {
                UnitId id = new($"child-{child}");
                if (leaves)
                {
                    held.Remove(id);
                }
                else
                {
                    held.TryAdd(id, new HeldChild());
                    held[id].Cells.Add(CellKey.Of(Aspect.Actual, Measure.Number, 0, Month.FromNumber(month)), new Amount(amount));
                    held[id].Version = new UnitVersion(0, held[id].Version.N + 1);
                }

                TotalsQuery query = Query(range);
                Assert.Equal(held.OrderBy(h => h.Key).Select(h => Text(Read(h.Key, h.Value, query))), answers.Read(query, held, Read).Select(Text));
            }
        }, iter: 300);

    [Fact]
    public void Only_children_that_have_changed_are_read_again()
    {
        Dictionary<UnitId, HeldChild> held = Enumerable.Range(0, 100).ToDictionary(n => new UnitId($"child-{n:D3}"), _ => new HeldChild());
        ChildAnswers answers = new();
        List<UnitId> read = [];
        ChildTotals Count(UnitId id, HeldChild child, TotalsQuery query)
        {
            read.Add(id);
            return Read(id, child, query);
        }

        answers.Read(Query(1), held, Count);
        Assert.Equal(100, read.Count);
        read.Clear();
        held[new UnitId("child-042")].Cells.Add(CellKey.Of(Aspect.Actual, Measure.Number, 0, Month.FromNumber(0)), Amount.One);
        answers.Read(Query(1), held, Count);
        Assert.Equal([new UnitId("child-042")], read);
    }

    private static TotalsQuery Query(int months) => new([new SumQuery(Measure, null, new MonthRange(Month.FromNumber(0), Month.FromNumber(months)))], [new TargetQuery(3, new MonthRange(Month.FromNumber(0), Month.FromNumber(11)))], true);

    private static ChildTotals Read(UnitId id, HeldChild child, TotalsQuery query) =>
        new(id, child.Version, [.. query.Sums.Select(sum => CellSums.Read(child.Cells, sum))], []);

    private static string Text(ChildTotals child) => $"{child.Child} {child.Version} {string.Join(' ', child.Sums)}";
}
