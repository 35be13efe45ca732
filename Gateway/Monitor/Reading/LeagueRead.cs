namespace Units.Gateway.Monitor.Reading;

/// <summary>A league table as it was read.</summary>
/// <param name="Lines">The lines, the best first.</param>
/// <param name="Listed">The children.</param>
/// <param name="Own">The unit itself.</param>
/// <param name="Counts">How many units there are below each child.</param>
internal sealed record LeagueRead(
    IReadOnlyList<LeagueLine> Lines, IReadOnlyList<Unit> Listed, IndicatorReading Own, IReadOnlyDictionary<UnitId, ChildCounts> Counts)
{
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

        ILookup<bool, (LeagueLine Line, int Of)> expected = Lines.Select(l => (Line: l, Of: Reporters(l.Child) ?? 0)).Where(l => l.Of > 0).ToLookup(l => l.Of == 1);
        Dictionary<UnitId, SumReading> said = expected[true].ToDictionary(l => l.Line.Child, l => l.Line.Said);
        Coverage coverage = Coverage.Of(Own.Numerator, Own.Course.Elapsed, Own.Course.Today, said.Keys.Order(), child => said[child]);
        IEnumerable<(UnitId, long, int)> alone = coverage.Late.Concat(coverage.Missing).Select(child => (child, 1L, 1));
        return alone.Concat(expected[false]
            .Select(l => (l.Line.Child, l.Of - l.Line.Reading.Statements, l.Of)).Where(l => l.Item2 > 0));
    }
}
