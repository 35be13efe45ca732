using System.Globalization;

namespace Units;

/// <summary>An exact amount: an integer count of 10⁻ˢᶜᵃˡᵉ of the unit of measure. The scale belongs to the measure.</summary>
/// <remarks>Arithmetic is checked and 128 bits wide, so a sum of any number of stored amounts fits.
/// What one entry may carry is narrower: see <see cref="MaxStored"/>.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.Amount")]
public readonly record struct Amount : IComparable<Amount>
{
    /// <summary>The largest magnitude of one journal row, 10¹⁷: it fits the database's 64-bit integer with room for sums.</summary>
    public const long MaxStored = 100_000_000_000_000_000;

    /// <summary>Nothing, which is not the same as not reported.</summary>
    public static readonly Amount Zero;

    /// <summary>One count; what presence is made of.</summary>
    public static readonly Amount One = new(1);

    [Id(0)] private readonly Int128 _scaled;

    /// <summary>An amount of this many 10⁻ˢᶜᵃˡᵉ.</summary>
    public Amount(Int128 scaled) => _scaled = scaled;

    /// <summary>The count of 10⁻ˢᶜᵃˡᵉ.</summary>
    public Int128 Scaled => _scaled;

    /// <summary>True for nothing.</summary>
    public bool IsZero => _scaled == 0;

    /// <summary>True when one journal row can carry it.</summary>
    public bool IsStorable => _scaled <= MaxStored && _scaled >= -MaxStored;

    /// <summary>The form in which the journal stores it.</summary>
    /// <exception cref="OverflowException">Beyond ±<see cref="MaxStored"/>.</exception>
    public long ToStored() => IsStorable
        ? (long)_scaled
        : throw new OverflowException($"{_scaled} is beyond ±10^17 and does not fit a journal row.");

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount a, Amount b) => new(checked(a._scaled + b._scaled));

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount a, Amount b) => new(checked(a._scaled - b._scaled));

    /// <summary>The opposite.</summary>
    public static Amount operator -(Amount a) => new(checked(-a._scaled));

    /// <inheritdoc/>
    public int CompareTo(Amount other) => _scaled.CompareTo(other._scaled);

    /// <summary>The integer without its scale, for traces; people are shown <see cref="DecimalText.Format(Amount, int)"/>.</summary>
    public override string ToString() => _scaled.ToString(CultureInfo.InvariantCulture);
}
