namespace Units.Silo.Storage;

/// <summary>A term of a formula as the database keeps it.</summary>
internal sealed record StoredTerm(string Measure, ushort? Category)
{
    /// <summary>The stored form.</summary>
    public static StoredTerm From(Term term) => new(term.Measure.Text, term.Category);

    /// <summary>The term.</summary>
    public Term ToTerm() => new(new MeasureId(Measure), Category);
}
