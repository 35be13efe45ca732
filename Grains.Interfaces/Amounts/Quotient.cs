using System.Numerics;

namespace Units;

/// <summary>An exact quotient times a factor: kept as numerator and denominator, rounded only where it is shown.</summary>
/// <param name="Numerator">In units of 10⁻ⁿᵘᵐᵉʳᵃᵗᵒʳˢᶜᵃˡᵉ.</param>
/// <param name="NumeratorScale">Decimals of the numerator.</param>
/// <param name="Denominator">In units of 10⁻ᵈᵉⁿᵒᵐⁱⁿᵃᵗᵒʳˢᶜᵃˡᵉ; never zero.</param>
/// <param name="DenominatorScale">Decimals of the denominator.</param>
/// <param name="Factor">100 for per cent, 1000 for per thousand, 1 for a plain mean.</param>
public readonly record struct Quotient(BigInteger Numerator, int NumeratorScale, BigInteger Denominator, int DenominatorScale, int Factor)
    : IComparable<Quotient>
{
    /// <summary>Digits after the point of the text that stands for the unrounded quotient.</summary>
    public const int UnroundedDigits = 18;

    private const int MostShortDigits = 36;
    private const int BitsOfInt = 31;

    // One for the sign, and one for doubling what is left over.
    private const int BitsOfShort = 126;

    private static readonly Int128[] ShortPowers = [.. Enumerable.Range(0, MostShortDigits + 1).Select(n => (Int128)BigInteger.Pow(10, n))];

    /// <summary>The quotient rounded half away from zero, as the published reports round.</summary>
    public string Rounded(int decimals) => DecimalText.Format(Scaled(decimals, round: true), decimals);

    /// <summary>The quotient to <see cref="UnroundedDigits"/> decimals, cut off and not rounded.</summary>
    public string Unrounded() => DecimalText.Format(Scaled(UnroundedDigits, round: false), UnroundedDigits);

    /// <summary>Compares the exact values: 1/2 and 50/100 are equal here, though not as records.</summary>
    public int CompareTo(Quotient other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    /// <summary>The value, to compute on with.</summary>
    public Fraction ToFraction() => new(Top, Bottom);

    // Nearly every figure there is fits 128 bits on the way, at a fraction of the cost.
    private bool IsShort(int decimals) => decimals + DenominatorScale <= MostShortDigits && NumeratorScale <= MostShortDigits
        && Numerator.GetBitLength() + BitsOfInt + BitsOfPower(decimals + DenominatorScale) <= BitsOfShort
        && Denominator.GetBitLength() + BitsOfPower(NumeratorScale) <= BitsOfShort;

    private static int BitsOfPower(int digits) => (digits * 10 / 3) + 1;

    private BigInteger Top => Numerator * Factor * BigInteger.Pow(10, DenominatorScale) * Denominator.Sign;

    private BigInteger Bottom => BigInteger.Abs(Denominator) * BigInteger.Pow(10, NumeratorScale);

    private BigInteger Scaled(int decimals, bool round) => IsShort(decimals)
        ? Divided((Int128)Numerator * Factor * ShortPowers[decimals + DenominatorScale], (Int128)Denominator * ShortPowers[NumeratorScale], round)
        : Divided(Numerator * Factor * BigInteger.Pow(10, decimals + DenominatorScale), Denominator * BigInteger.Pow(10, NumeratorScale), round);

    private static T Divided<T>(T top, T bottom, bool round)
        where T : IBinaryInteger<T>
    {
        (T whole, T rest) = T.DivRem(T.Abs(top), T.Abs(bottom));
        if (round && rest + rest >= T.Abs(bottom))
        {
            whole++;
        }

        return T.IsNegative(top) != T.IsNegative(bottom) ? -whole : whole;
    }
}
