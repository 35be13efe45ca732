using System.Numerics;

namespace Units;

/// <summary>An exact fraction: what comparisons are computed in, and rounded only where it is shown. The default value is 0.</summary>
public readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    /// <summary>0.</summary>
    public static readonly Fraction Zero;

    /// <summary>1.</summary>
    public static readonly Fraction One = new(1, 1);

    /// <summary>100: per cent of one.</summary>
    public static readonly Fraction Hundred = new(100, 1);

    private readonly BigInteger _bottom;

    /// <summary>The fraction of two whole numbers.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="bottom"/> is 0.</exception>
    public Fraction(BigInteger top, BigInteger bottom)
    {
        if (bottom.IsZero)
        {
            throw new DivideByZeroException("A fraction over 0.");
        }

        Top = bottom.Sign < 0 ? -top : top;
        _bottom = BigInteger.Abs(bottom);
    }

    /// <summary>The numerator; it carries the sign.</summary>
    public BigInteger Top { get; }

    /// <summary>The denominator, above 0.</summary>
    public BigInteger Bottom => _bottom.IsZero ? BigInteger.One : _bottom;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Top.Sign;

    /// <summary>An amount of a scale.</summary>
    public static Fraction Of(Amount amount, int scale) => new((BigInteger)amount.Scaled, BigInteger.Pow(10, scale));

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction a, Fraction b) => new(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => new(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom);

    /// <summary>The opposite.</summary>
    public static Fraction operator -(Fraction a) => new(-a.Top, a.Bottom);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    /// <summary>True when <paramref name="a"/> is less.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>True when <paramref name="a"/> is more.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>True when <paramref name="a"/> is not more.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>True when <paramref name="a"/> is not less.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>True where the values are equal.</summary>
    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    /// <summary>True where the values differ.</summary>
    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>The text rounded half away from zero, as published reports round.</summary>
    public string Rounded(int decimals) => AsQuotient.Rounded(decimals);

    /// <summary>The text with <see cref="Quotient.UnroundedDigits"/> decimals, cut off and not rounded.</summary>
    public string Unrounded() => AsQuotient.Unrounded();

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(Top, Bottom);
        return HashCode.Combine(Top / divisor, Bottom / divisor);
    }

    /// <summary>For traces.</summary>
    public override string ToString() => $"{Top}/{Bottom}";

    private Quotient AsQuotient => new(Top, 0, Bottom, 0, 1);
}
