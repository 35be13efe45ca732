namespace Units.Silo.Storage;

/// <summary>An indicator as the database keeps it. <c>V</c> is the version of this shape.</summary>
internal sealed record StoredIndicator(
    int V, int Formula, StoredTerm Numerator, StoredTerm? Denominator, int Factor, int Decimals, string Name, string NameEn, string UnitOfMeasure)
{
    /// <summary>The newest shape. What the first one can say is written in it, so that an older build reads it.</summary>
    public const int Version = 2;

    /// <summary>What the second shape adds; null in the first.</summary>
    public StoredComparing? Comparing { get; init; }

    /// <summary>The stored form.</summary>
    public static StoredIndicator From(Indicator indicator) => From(indicator, StoredComparing.From(indicator));

    private static StoredIndicator From(Indicator indicator, StoredComparing? comparing) => new(
        comparing is null ? 1 : Version, (int)indicator.Formula, StoredTerm.From(indicator.Numerator),
        indicator.Denominator is { } term ? StoredTerm.From(term) : null,
        indicator.Factor, indicator.Decimals, indicator.Name, indicator.NameEn, indicator.UnitOfMeasure)
    {
        Comparing = comparing,
    };

    /// <summary>The indicator.</summary>
    public Indicator ToIndicator(IndicatorId id, int number) => (Comparing ?? StoredComparing.None).Onto(new Indicator
    {
        Id = id,
        Number = number,
        Formula = (FormulaKind)Formula,
        Numerator = Numerator.ToTerm(),
        Denominator = Denominator?.ToTerm(),
        Factor = Factor,
        Decimals = Decimals,
        Name = Name,
        NameEn = NameEn,
        UnitOfMeasure = UnitOfMeasure,
    });
}
