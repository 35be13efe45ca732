namespace Units.Gateway.Monitor.Reading;

/// <summary>A child in a league table.</summary>
/// <param name="Child">The child.</param>
/// <param name="Reading">Its indicator.</param>
/// <param name="Rank">Its rank, shared by equal ones; 0 where it cannot be ranked.</param>
/// <param name="Climbed">By how many places it has come up since the judged month before among those that are ranked in both, negative down: who comes or goes moves nobody.</param>
/// <param name="Why">Why it cannot be ranked.</param>
internal sealed record LeagueLine(UnitId Child, IndicatorReading Reading, int Rank, int Climbed, Gap Why)
{
    // Where so little is expected, one more or less moves a child by dozens of places and says nothing.
    private static readonly Fraction LeastBase = new(10, 1);

    /// <summary>By how many places it has come up, negative down; 0 where it had no rank, or where what is counted is too little to tell.</summary>
    public int Climb => IsTiny ? 0 : Climbed;

    /// <summary>True where what is expected of it is a handful of whole things.</summary>
    private bool IsTiny => Reading.Formula.Indicator.Formula == FormulaKind.Amount && Reading.Numerator.Scale == 0
        && (Reading.Target?.ExpectedLower ?? Reading.Target?.ExpectedUpper) is { } expected && expected < LeastBase;
}
