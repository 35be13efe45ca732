using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Units.Core.Tests.Vocabulary;

public class AmountTests
{
    private static readonly Gen<long> Stored = Gen.Long[-Amount.MaxStored, Amount.MaxStored];

    [Fact]
    public void An_amount_is_read_back_exactly_from_its_text() => Gen.Select(Stored, Gen.Int[0, DecimalText.MaxScale]).Sample((value, scale) =>
    {
        string text = DecimalText.Format(new Amount(value), scale);
        Assert.Equal(DecimalTextError.None, DecimalText.Parse(text, scale, out Amount read));
        Assert.Equal(new Amount(value), read);
        Assert.Equal((decimal)value / (decimal)Math.Pow(10, scale), decimal.Parse(text, CultureInfo.InvariantCulture));
    });

    [Theory]
    [InlineData("507.8", 1, 5078), InlineData("507.80", 1, 5078), InlineData("-3", 2, -300), InlineData("-0", 0, 0)]
    [InlineData("0.000001", 6, 1), InlineData("007", 0, 7), InlineData("100000000000000000", 0, 100_000_000_000_000_000)]
    public void A_decimal_text_is_read(string text, int scale, long expected)
    {
        Assert.Equal(DecimalTextError.None, DecimalText.Parse(text, scale, out Amount amount));
        Assert.Equal(new Amount(expected), amount);
    }

    [Theory]
    [InlineData("NaN", DecimalTextError.NotANumber), InlineData("", DecimalTextError.NotANumber), InlineData(null, DecimalTextError.NotANumber)]
    [InlineData("1e5", DecimalTextError.NotANumber), InlineData("1,5", DecimalTextError.NotANumber), InlineData(".5", DecimalTextError.NotANumber)]
    [InlineData("5.", DecimalTextError.NotANumber), InlineData("+5", DecimalTextError.NotANumber), InlineData("--5", DecimalTextError.NotANumber)]
    [InlineData("٣", DecimalTextError.NotANumber), InlineData(" 5", DecimalTextError.NotANumber), InlineData("-", DecimalTextError.NotANumber)]
    [InlineData("1.234", DecimalTextError.TooManyDecimals), InlineData("1000000000000000.01", DecimalTextError.OutOfRange)]
    [InlineData("100000000000000000000000000000000000000000", DecimalTextError.OutOfRange)]
    public void What_is_no_amount_of_two_decimals_is_told_apart(string? text, DecimalTextError error) =>
        Assert.Equal(error, DecimalText.Parse(text, 2, out _));

    [Fact]
    public void Sums_are_exact_far_beyond_what_one_row_holds() => Stored.Array[1, 50].Sample(values =>
    {
        BigInteger expected = values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
        Amount sum = values.Aggregate(Amount.Zero, (total, value) => total + new Amount(value));
        Assert.Equal(expected, (BigInteger)sum.Scaled);
        Assert.Equal(Amount.Zero, sum - sum);
        Assert.Equal(Amount.Zero, sum + -sum);
    });

    [Fact]
    public void One_row_holds_ten_to_the_seventeenth_and_no_more()
    {
        Assert.Equal(Amount.MaxStored, new Amount(Amount.MaxStored).ToStored());
        Assert.True(new Amount(-Amount.MaxStored).IsStorable);
        Assert.False(new Amount(Amount.MaxStored + 1).IsStorable);
        Assert.Throws<OverflowException>(() => new Amount(-Amount.MaxStored - 1).ToStored());
        Assert.Throws<OverflowException>(() => new Amount(Int128.MaxValue) + Amount.One);
    }

    [Theory]
    [InlineData(248, 301, "82.39"), InlineData(929, 3_553, "26.15"), InlineData(2_916, 10_717, "27.21"), InlineData(3_845, 14_270, "26.94")]
    [InlineData(47_336, 47_467, "99.72"), InlineData(114, 47_467, "0.24"), InlineData(17, 47_467, "0.04"), InlineData(162_867, 163_089, "99.86")]
    public void Published_percentages_come_from_their_counts(int top, int bottom, string percent) =>
        Assert.Equal(percent, new Quotient(top, 0, bottom, 0, 100).Rounded(2));

    [Fact]
    public void A_quotient_rounds_half_away_from_zero_and_is_cut_off_unrounded()
    {
        Assert.Equal(("0.13", "-0.13"), (new Quotient(1, 0, 8, 0, 1).Rounded(2), new Quotient(-1, 0, 8, 0, 1).Rounded(2)));
        Assert.Equal("0.666666666666666666", new Quotient(2, 0, 3, 0, 1).Unrounded());
        Assert.Equal("50", new Quotient(15, 1, 300, 2, 100).Rounded(2));
    }

    [Fact]
    public void A_rounded_quotient_is_within_half_a_unit_of_the_exact_one() => Gen.Select(Stored, Gen.Long[1, Amount.MaxStored]).Sample((top, bottom) =>
    {
        string text = new Quotient(top, 0, bottom, 0, 100).Rounded(2);
        BigInteger scaled = (BigInteger)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
        Assert.True(BigInteger.Abs(scaled * bottom - (BigInteger)top * 10_000) * 2 <= bottom);
    });
}
