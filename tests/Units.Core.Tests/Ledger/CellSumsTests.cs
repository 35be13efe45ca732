using CsCheck;
using Units.Grains.Ledger;

namespace Units.Core.Tests.Ledger;

/// <summary>Sums and last statements of a table of cells, beside a plain count of all its cells.</summary>
public class CellSumsTests
{
    private const int Measure = 7;

    private static readonly Gen<(int Month, ushort Category, long Amount, bool Stated)> AnyCell =
        Gen.Select(Gen.Int[0, 40], Gen.UShort[0, 2], Gen.Long[-3, 3], Gen.Bool);

    private static readonly Gen<MonthRange> AnyRange = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12]).Select((from, more) => new MonthRange(Month.FromNumber(from), Month.FromNumber(from + more)));

    [Fact]
    public void A_sum_is_that_of_its_months_and_its_last_statement_is_the_last_of_them() =>
        Gen.Select(AnyCell.Array[0, 30], AnyRange, Gen.Bool, Gen.Int[-1, 2]).Sample((cells, range, isFlow, category) =>
        {
            CellTable table = new();
            Dictionary<(int Month, ushort Category), (long Amount, long Presence)> plain = [];
            foreach ((int month, ushort each, long amount, bool stated) in cells)
            {
                CellKey key = CellKey.Of(Aspect.Actual, Measure, each, Month.FromNumber(month));
                table.Add(key, new Amount(amount));
                table.Add(key.With(Aspect.Presence), stated ? Amount.One : Amount.Zero);
                (long before, long presence) = plain.GetValueOrDefault((month, each));
                plain[(month, each)] = (before + amount, presence + (stated ? 1 : 0));
            }

            SumQuery query = new(
                new MeasureRef(Measure, isFlow ? MeasureKind.Flow : MeasureKind.Stock, SourceRule.Many, 2), category < 0 ? null : (ushort)category, range);
            SumReading read = CellSums.Read(table, query);

            (int From, int To) amounts = (isFlow ? range.From.Number : 0, range.To.Number);
            (int From, int To) statements = (isFlow ? range.From.Number : range.To.Number - CellSums.StockMonths + 1, range.To.Number);
            var asked = plain.Where(c => category < 0 || c.Key.Category == category).ToList();
            var said = asked.Where(c => c.Value.Presence > 0 && c.Key.Month >= statements.From && c.Key.Month <= statements.To).ToList();
            Assert.Equal(asked.Where(c => c.Key.Month >= amounts.From && c.Key.Month <= amounts.To).Sum(c => c.Value.Amount), (long)read.Amount.Scaled);
            Assert.Equal(said.Sum(c => c.Value.Presence), read.Presence);
            Assert.Equal(said.Count == 0 ? null : Month.FromNumber(said.Max(c => c.Key.Month)), read.Last);
            Assert.Equal(read.Last, CellSums.LastStated(table, query));
        }, iter: 500);
}
