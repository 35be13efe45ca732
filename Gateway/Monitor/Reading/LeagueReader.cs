namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads a league table from totals by child.</summary>
internal static class LeagueReader
{
    /// <summary>The lines, the best first.</summary>
    /// <param name="plan">A plan with one indicator.</param>
    /// <param name="totals">The totals by child.</param>
    /// <param name="listed">Every child there is: one that never reported stands in the table without a value.</param>
    public static IReadOnlyList<LeagueLine> Lines(BoardPlan plan, UnitTotals totals, IReadOnlyList<Unit> listed)
    {
        HashSet<UnitId> said = [.. totals.Children.Select(c => c.Child)];
        return LeagueTable.Rank(
            totals.Children.Select(c => (c.Child, plan.Read(c)))
                .Concat(listed.Where(u => !said.Contains(u.Id)).Select(u => (u.Id, plan.ReadNothing(u.Id)))));
    }
}
