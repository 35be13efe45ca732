namespace Units.Silo.Verifying;

/// <summary>Something in a database that contradicts the rest of it.</summary>
/// <param name="Unit">The id of the unit it is at; empty where it is at none.</param>
/// <param name="Where">The place: a report and row, a snapshot, a total.</param>
/// <param name="Expected">What it would have to be.</param>
/// <param name="Found">What it is.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Contradiction(string Unit, string Where, string Expected, string Found, string Remedy)
{
    /// <summary>The id of the measure or indicator, where it is about one.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The month, where it is about one.</summary>
    public Month? Month { get; init; }

    /// <summary>One line for a person, and one that says what to do.</summary>
    public override string ToString()
    {
        string[] names = [Unit.Length > 0 ? $"unit {Unit}" : "", Subject, Month is { } month ? month.ToString() : "", Where];
        return $"  {string.Join(", ", names.Where(n => n.Length > 0))}: expected {Expected}, found {Found}.\n    {Remedy}";
    }
}
