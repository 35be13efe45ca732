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

    /// <summary>The quotient rounded half away from zero, as the published reports round.</summary>
    public string Rounded(int decimals) => DecimalText.Format(Scaled(decimals, round: true), decimals);

    /// <summary>The quotient to <see cref="UnroundedDigits"/> decimals, cut off and not rounded.</summary>
    public string Unrounded() => DecimalText.Format(Scaled(UnroundedDigits, round: false), UnroundedDigits);

    /// <summary>Compares the exact values: 1/2 and 50/100 are equal here, though not as records.</summary>
    public int CompareTo(Quotient other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    /// <summary>The value, to compute on with.</summary>
    public Fraction ToFraction() => new(Top, Bottom);

    private const int MostShortDigits = 36;
    private const int BitsOfInt = 31;

    // One for the sign, and one for doubling what is left over.
    private const int BitsOfShort = 126;

    private static readonly Int128[] ShortPowers = [.. Enumerable.Range(0, MostShortDigits + 1).Select(n => (Int128)BigInteger.Pow(10, n))];

    // Nearly every figure there is fits 128 bits on the way, at a fraction of the cost.
    private bool IsShort(int decimals) => decimals + DenominatorScale <= MostShortDigits && NumeratorScale <= MostShortDigits
        && Numerator.GetBitLength() + BitsOfInt + BitsOfPower(decimals + DenominatorScale) <= BitsOfShort
        && Denominator.GetBitLength() + BitsOfPower(NumeratorScale) <= BitsOfShort;

    private static int BitsOfPower(int digits) => (digits * 10 / 3) + 1;

    private BigInteger ShortScaled(int decimals, bool round)
    {
        Int128 top = (Int128)Numerator * Factor * ShortPowers[decimals + DenominatorScale];
        Int128 bottom = (Int128)Denominator * ShortPowers[NumeratorScale];
        (Int128 whole, Int128 rest) = Int128.DivRem(Int128.Abs(top), Int128.Abs(bottom));
        if (round && rest * 2 >= Int128.Abs(bottom))
        {
            whole += 1;
        }

        return Int128.IsNegative(top) != Int128.IsNegative(bottom) ? -whole : whole;
    }

    private BigInteger Top => Numerator * Factor * BigInteger.Pow(10, DenominatorScale) * Denominator.Sign;

    private BigInteger Bottom => BigInteger.Abs(Denominator) * BigInteger.Pow(10, NumeratorScale);

    private BigInteger Scaled(int decimals, bool round)
    {
        if (IsShort(decimals))
        {
            return ShortScaled(decimals, round);
        }

        BigInteger top = Numerator * Factor * BigInteger.Pow(10, decimals + DenominatorScale);
        BigInteger bottom = Denominator * BigInteger.Pow(10, NumeratorScale);
        BigInteger whole = BigInteger.DivRem(BigInteger.Abs(top), BigInteger.Abs(bottom), out BigInteger rest);
        if (round && rest * 2 >= BigInteger.Abs(bottom))
        {
            whole += 1;
        }

        return top.Sign * bottom.Sign < 0 ? -whole : whole;
    }
}
