using CsCheck;

namespace Units.Core.Tests.Vocabulary;

public class PeriodTests
{
    private static readonly Gen<Month> Months = Gen.Int[0, Month.Count - 1].Select(Month.FromNumber);

    [Fact]
    public void A_month_is_read_back_from_its_text_its_number_and_its_parts() => Months.Sample(month =>
    {
        Assert.True(Month.TryParse(month.ToString(), out Month read));
        Assert.Equal(month, read);
        Assert.Equal(month, Month.FromNumber(month.Number));
        Assert.Equal(month, new Month(month.Year, month.OfYear));
    });

    [Fact]
    public void The_numbers_of_months_are_stored_and_never_change()
    {
        Assert.Equal((0, 1506, 5999), (Month.MinValue.Number, new Month(2025, 7).Number, Month.MaxValue.Number));
        Assert.Equal("2025-07", new Month(2025, 7).ToString());
        Assert.Equal((Month.FirstOf(2025), Month.LastOf(2025)), (new Month(2025, 1), new Month(2025, 12)));
    }

    [Fact]
    public void Months_order_by_time() => Gen.Select(Months, Months).Sample((a, b) =>
    {
        Assert.Equal(a.Number < b.Number, a < b);
        Assert.Equal(a.Number > b.Number, a > b);
        Assert.Equal(a.Number <= b.Number, a <= b);
        Assert.Equal(a.Number >= b.Number, a >= b);
        Assert.Equal(b, a.Plus(b.Number - a.Number));
    });

    [Theory]
    [InlineData(null), InlineData(""), InlineData("2025-7"), InlineData("2025-13"), InlineData("2025-00"), InlineData("1899-12")]
    [InlineData("2400-01"), InlineData("2025/07"), InlineData("+025-07"), InlineData(" 2025-07"), InlineData("2025-0७")]
    public void What_is_no_month_is_not_read_as_one(string? text) => Assert.False(Month.TryParse(text, out _));

    [Fact]
    public void Months_outside_the_range_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(1899, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(2025, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => Month.MaxValue.Plus(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Month.MinValue.Plus(-1));
    }

    [Fact]
    public void A_range_is_read_back_from_its_text() =>
        Gen.Select(Gen.Int[0, Month.Count - 1 - MonthRange.MaxLength], Gen.Int[0, MonthRange.MaxLength - 1]).Sample((first, more) =>
        {
            MonthRange range = new(Month.FromNumber(first), Month.FromNumber(first + more));
            Assert.True(MonthRange.TryParse(range.ToString(), out MonthRange read));
            Assert.Equal(range, read);
            Assert.Equal(more + 1, range.Length);
            Assert.True(range.Contains(range.From) && range.Contains(range.To) && !range.Contains(range.To.Plus(1)));
        });

    [Theory]
    [InlineData("2025", "2025-01", "2025-12"), InlineData("2025-07", "2025-07", "2025-07"), InlineData("2025-Q3", "2025-07", "2025-09")]
    [InlineData("2025-01/2025-09", "2025-01", "2025-09"), InlineData("2021-01/2025-12", "2021-01", "2025-12")]
    public void A_range_is_written_in_the_shortest_form(string text, string from, string to)
    {
        Assert.True(MonthRange.TryParse(text, out MonthRange range));
        Assert.Equal((from, to, text), (range.From.ToString(), range.To.ToString(), range.ToString()));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("2025-Q0"), InlineData("2025-Q5"), InlineData("2025-q1"), InlineData("25")]
    [InlineData("2025-09/2025-01"), InlineData("2015-01/2025-01"), InlineData("2025/2026"), InlineData("2025-01/"), InlineData("2500")]
    public void What_is_no_range_is_not_read_as_one(string? text) => Assert.False(MonthRange.TryParse(text, out _));

    [Fact]
    public void A_year_before_has_the_same_months()
    {
        MonthRange quarter = new(new Month(2025, 11), new Month(2026, 1));
        Assert.Equal(new MonthRange(new Month(2024, 11), new Month(2025, 1)), quarter.YearBefore());
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthRange(quarter.To, quarter.From));
    }
}
