using Units.Gateway.Comparing;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads a league table from totals by child.</summary>
internal static class LeagueReader
{
    /// <summary>The lines, the best first.</summary>
    /// <param name="plan">A plan with one indicator.</param>
    /// <param name="totals">The totals by child.</param>
    /// <param name="listed">Every child there is: one that never reported stands in the table without a value.</param>
    public static IReadOnlyList<LeagueLine> Lines(BoardPlan plan, UnitTotals totals, IReadOnlyList<Unit> listed) =>
        LeagueTable.Rank(Children.All(totals, listed, plan.Sums).Select(child => (child.Child, plan.Read(child))));
}
