namespace Units.Silo.Storage;

/// <summary>An indicator as the database keeps it. <c>V</c> is the version of this shape.</summary>
internal sealed record StoredIndicator(
    int V, int Formula, StoredTerm Numerator, StoredTerm? Denominator, int Factor, int Decimals, string Name, string NameEn, string UnitOfMeasure)
{
    /// <summary>The shape that is written.</summary>
    public const int Version = 1;

    /// <summary>The stored form.</summary>
    public static StoredIndicator From(Indicator indicator) => new(
        Version, (int)indicator.Formula, StoredTerm.From(indicator.Numerator),
        indicator.Denominator is { } term ? StoredTerm.From(term) : null,
        indicator.Factor, indicator.Decimals, indicator.Name, indicator.NameEn, indicator.UnitOfMeasure);

    /// <summary>The indicator.</summary>
    public Indicator ToIndicator(IndicatorId id, int number) => new()
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
    };
}
