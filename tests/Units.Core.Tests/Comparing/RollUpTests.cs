using CsCheck;
using Units.Grains.Ledger;
using static Units.Core.Tests.Comparing.Some;

namespace Units.Core.Tests.Comparing;

/// <summary>A comparison at a parent is made of rolled-up measures; it must be the one that all leaves' figures make.</summary>
public class RollUpTests
{
    private const int Leaves = 9;

    private const int Districts = 3;

    private static readonly Month First = new(2019, 1);

    private static readonly Formula Rate = new(Indicator(FormulaKind.Growth, divides: true, factor: 100), Revenue, Base);

    // A statement of a leaf: of the revenue or the base, in one of 24 months.
    private static readonly Gen<(int Leaf, bool IsBase, int Month, long Amount)[]> Statements =
        Gen.Select(Gen.Int[0, Leaves - 1], Gen.Bool, Gen.Int[0, 23], Gen.Long[0, 1_000]).Array[0, 120];

    [Fact]
    public void A_comparison_of_rolled_up_measures_equals_the_one_of_all_leaves() => Gen.Select(
        Statements, Gen.OneOf(Gen.Const(Some.Amount), Gen.Const(Some.Ratio), Gen.Const(Some.Growth), Gen.Const(Rate)), Gen.Int[1, 12], Gen.Long[1, 3_000]).Sample(
        (statements, formula, month, bound) =>
        {
            CellTable[] leaves = [.. Enumerable.Range(0, Leaves).Select(_ => new CellTable())];
            foreach ((int leaf, bool isBase, int at, long amount) in statements.DistinctBy(s => (s.Leaf, s.IsBase, s.Month)))
            {
                CellKey key = CellKey.Of(Aspect.Actual, isBase ? Base.Number : Revenue.Number, 0, First.Plus(at));
                leaves[leaf].Add(key, new Amount(amount));
                leaves[leaf].Add(key.With(Aspect.Presence), Units.Amount.One);
            }

            // Leaves under districts under a province: sums of sums.
            CellTable province = Sum(Enumerable.Range(0, Districts).Select(d => Sum(leaves.Where((_, i) => i % Districts == d))));
            TargetReading target = Target(TargetKind.AtLeast, lower: bound) with { Course = new TargetCourse(CourseKind.LastYear, []) };
            Assert.Equal(
                Figures(formula, month, target, query => CellSums.Read(province, query)),
                Figures(formula, month, target, query => leaves.Select(leaf => CellSums.Read(leaf, query)).Aggregate(Plus)));
        }, iter: 300);

    private static string Figures(Formula formula, int month, TargetReading target, Func<SumQuery, SumReading> read)
    {
        SumReading[] Over(MonthRange range) => [.. formula.Over(range).Select(read)];
        MonthRange now = new(new Month(2020, 1), new Month(2020, month));
        ComparedUnit unit = Until(formula, month, Over(now)) with
        {
            Range = now,
            Before = formula.IsDefinedOver(now.YearBefore()) ? formula.Compute(Over(now.YearBefore())) : null,
        };
        TargetComparison c = Comparer.Compare(unit, target with
        {
            Shape = [.. Enumerable.Range(0, 12).Select(m => read(new SumQuery(Revenue.Ref, null, new MonthRange(First.Plus(m), First.Plus(m)))))],
        });
        Change change = Change.Of(formula, unit.Value, unit.Before);
        return string.Join('|', c.Value.Value, c.Percent, c.ExpectedLower, c.Difference, c.PercentOfExpected, c.Projected, c.MetOn, c.Status, c.StatusGap,
            c.Finding.Verdict, change.Percent, change.By, change.Gap, c.Value.Statements, c.Value.Last);
    }

    private static CellTable Sum(IEnumerable<CellTable> tables)
    {
        CellTable sum = new();
        foreach (CellValue cell in tables.SelectMany(table => table))
        {
            sum.Add(cell.Key, cell.Amount);
        }

        return sum;
    }

    private static SumReading Plus(SumReading a, SumReading b) => new(a.Amount + b.Amount, a.Presence + b.Presence, a.Estimated + b.Estimated, a.AtLeast + b.AtLeast)
    {
        Last = a.Last is { } x && (b.Last is not { } y || x > y) ? a.Last : b.Last,
    };
}
