namespace Units;

/// <summary>An indicator (chỉ tiêu): what a target is set on, computed after the roll-up from additive measures.</summary>
[GenerateSerializer, Immutable, Alias("units.Indicator")]
public sealed record Indicator
{
    /// <summary>Its identifier.</summary>
    [Id(0)] public required IndicatorId Id { get; init; }

    /// <summary>1 to 2²⁴ − 1, given by the registry at creation. 0 until then.</summary>
    [Id(1)] public int Number { get; init; }

    /// <summary>How it is computed.</summary>
    [Id(2)] public required FormulaKind Formula { get; init; }

    /// <summary>The amount, the numerator, or what grows.</summary>
    [Id(3)] public required Term Numerator { get; init; }

    /// <summary>The denominator of a ratio or the weight of a mean; null otherwise.</summary>
    [Id(4)] public Term? Denominator { get; init; }

    /// <summary>100 for per cent, 1000 for per thousand; 1 for a mean.</summary>
    [Id(5)] public int Factor { get; init; } = 1;

    /// <summary>Decimals to which a computed value is rounded where it is shown, 0 to 6.</summary>
    [Id(6)] public int Decimals { get; init; } = 2;

    /// <summary>Vietnamese name.</summary>
    [Id(7)] public required string Name { get; init; }

    /// <summary>English name; may be empty.</summary>
    [Id(8)] public string NameEn { get; init; } = "";

    /// <summary>The unit of measure as people write it: %, tỷ đồng.</summary>
    [Id(9)] public string UnitOfMeasure { get; init; } = "";
}
