using System.Globalization;

namespace Units;

/// <summary>Names one content of a unit's total. Ordered; it only grows.</summary>
/// <param name="Epoch">0 for a leaf; for an interior unit the number of its activation.</param>
/// <param name="N">For a leaf its journal sequence; for an interior unit the changes of its total in this epoch.</param>
[GenerateSerializer, Immutable, Alias("units.UnitVersion")]
public readonly record struct UnitVersion([property: Id(0)] long Epoch, [property: Id(1)] long N) : IComparable<UnitVersion>
{
    /// <inheritdoc/>
    public int CompareTo(UnitVersion other) => Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : N.CompareTo(other.N);

    /// <summary>True when <paramref name="a"/> is older.</summary>
    public static bool operator <(UnitVersion a, UnitVersion b) => a.CompareTo(b) < 0;

    /// <summary>True when <paramref name="a"/> is newer.</summary>
    public static bool operator >(UnitVersion a, UnitVersion b) => a.CompareTo(b) > 0;

    /// <summary>True when <paramref name="a"/> is not newer.</summary>
    public static bool operator <=(UnitVersion a, UnitVersion b) => a.CompareTo(b) <= 0;

    /// <summary>True when <paramref name="a"/> is not older.</summary>
    public static bool operator >=(UnitVersion a, UnitVersion b) => a.CompareTo(b) >= 0;

    /// <summary>Writes <c>epoch.n</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{N}");
}
