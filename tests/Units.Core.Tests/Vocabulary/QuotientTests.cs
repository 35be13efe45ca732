using System.Numerics;
using CsCheck;

namespace Units.Core.Tests.Vocabulary;

/// <summary>Quotients of any size are written as long division writes them.</summary>
public class QuotientTests
{
    private static readonly Gen<BigInteger> AnySize = Gen.Select(Gen.Int[1, 45], Gen.Long, Gen.Long).Select((digits, a, b) =>
        ((BigInteger)a * ulong.MaxValue * ulong.MaxValue + b) % BigInteger.Pow(10, digits));

    private static readonly int[] Factors = [1, 100, 1_000, 100_000];

    private static readonly Gen<int> AnyFactor = Gen.Int[0, 3].Select(n => Factors[n]);

    [Fact]
    public void A_quotient_is_rounded_half_away_from_zero_and_cut_off_where_it_is_not_rounded() =>
        Gen.Select(AnySize, Gen.Int[0, 6], AnySize, Gen.Int[0, 6], AnyFactor, Gen.Int[0, 6]).Sample((top, topScale, bottom, bottomScale, factor, decimals) =>
        {
            bottom = bottom.IsZero ? BigInteger.One : bottom;
            Quotient quotient = new(top, topScale, bottom, bottomScale, factor);
            Assert.Equal(Divided(quotient, decimals, round: true), quotient.Rounded(decimals));
            Assert.Equal(Divided(quotient, Quotient.UnroundedDigits, round: false), quotient.Unrounded());
        }, iter: 5_000);

    private static string Divided(Quotient quotient, int decimals, bool round)
    {
        BigInteger top = quotient.Numerator * quotient.Factor * BigInteger.Pow(10, decimals + quotient.DenominatorScale);
        BigInteger bottom = quotient.Denominator * BigInteger.Pow(10, quotient.NumeratorScale);
        bool isNegative = top.Sign * bottom.Sign < 0;
        (top, bottom) = (BigInteger.Abs(top), BigInteger.Abs(bottom));
        BigInteger whole = (round ? (2 * top) + bottom : 2 * top) / (2 * bottom);
        string digits = whole.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}".TrimEnd('0').TrimEnd('.');
        return isNegative && !whole.IsZero ? "-" + text : text;
    }
}
