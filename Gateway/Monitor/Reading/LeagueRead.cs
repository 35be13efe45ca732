namespace Units.Gateway.Monitor.Reading;

/// <summary>A league table as it was read.</summary>
/// <param name="Lines">The lines, the best first.</param>
/// <param name="Listed">The children.</param>
/// <param name="Own">The unit itself.</param>
/// <param name="Counts">How many units there are below each child.</param>
internal sealed record LeagueRead(
    IReadOnlyList<LeagueLine> Lines, IReadOnlyList<Unit> Listed, IndicatorReading Own, IReadOnlyDictionary<UnitId, ChildCounts> Counts)
{
    /// <summary>Whose target the headings name: that of the first child with one, since all of one indicator are told alike; else the unit itself.</summary>
    public IndicatorReading Front => Lines.FirstOrDefault(l => l.Reading.Target is not null)?.Reading ?? Own;

    /// <summary>How many units below a child are to report; null where that is not known.</summary>
    public int? Reporters(UnitId child) => Counts.TryGetValue(child, out ChildCounts known) ? known.Reporters(Own.Formula) : null;

    /// <summary>Who lacks the month of which it is told who has reported, with how many of those below: by name where the child reports itself.</summary>
    public IEnumerable<(UnitId Child, long Lacking, int Of)> Late()
    {
        // A level counts for twelve months, however often it is told.
        if (Own.Numerator.Kind == MeasureKind.Stock)
        {
            return [];
        }

        return Lines.Select(l => (l.Child, Of: Reporters(l.Child) ?? 0, l.Reading.Statements)).Where(l => l.Statements < l.Of)
            .Select(l => (l.Child, l.Of - l.Statements, l.Of)).OrderByDescending(l => l.Of == 1).ThenBy(l => l.Child);
    }
}
