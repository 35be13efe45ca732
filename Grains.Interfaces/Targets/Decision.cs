namespace Units;

/// <summary>The decision by which a target holds. An issuer uses a number once.</summary>
/// <param name="Number">As it is written, 1 to <see cref="MaxNumber"/> characters: 4699/QĐ-UBND.</param>
/// <param name="Date">Its date.</param>
/// <param name="Issuer">Who issued it, 1 to <see cref="MaxIssuer"/> characters: UBND tỉnh Yên Bái.</param>
[GenerateSerializer, Immutable, Alias("units.Decision")]
public sealed record Decision([property: Id(0)] string Number, [property: Id(1)] DateOnly Date, [property: Id(2)] string Issuer)
{
    /// <summary>The longest number.</summary>
    public const int MaxNumber = 64;

    /// <summary>The longest name of an issuer.</summary>
    public const int MaxIssuer = 200;
}
