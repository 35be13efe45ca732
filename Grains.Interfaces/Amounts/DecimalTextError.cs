namespace Units;

/// <summary>Why a text is not an amount of a scale.</summary>
public enum DecimalTextError
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>Not of the form <c>-1234.5</c>.</summary>
    NotANumber = 1,

    /// <summary>More decimals than the scale has; nothing is rounded silently.</summary>
    TooManyDecimals = 2,

    /// <summary>Beyond ±10¹⁷ counts of 10⁻ˢᶜᵃˡᵉ.</summary>
    OutOfRange = 3,
}
