using System.Collections.Immutable;

namespace Units.Gateway.Comparing;

/// <summary>The live children of a unit: those that the registry has under it in the last month of a range.</summary>
internal static class Children
{
    /// <summary>Those of some kinds, on the last day of the month; of all kinds where none is named.</summary>
    public static IEnumerable<Unit> Of(UnitId parent, IEnumerable<Unit> listed, IReadOnlyCollection<UnitKind> kinds, Month month) =>
        listed.Where(u => u.ParentIn(month) == parent && (kinds.Count == 0 || kinds.Contains(u.NamingOn(LastDay(month)).Kind)));

    /// <summary>Which of them have attained, by a sum of what is held of each child.</summary>
    /// <param name="formula">The attained count.</param>
    /// <param name="totals">The totals by child.</param>
    /// <param name="index">The place of the sum.</param>
    /// <param name="listed">The children there are, in the order of their ids.</param>
    /// <param name="range">The months.</param>
    public static UnitCount Count(Formula formula, UnitTotals totals, int index, IEnumerable<Unit> listed, MonthRange range)
    {
        HashSet<UnitId> attained = [.. totals.Children.Where(c => c.Sums[index] is { Presence: > 0, Amount.Scaled: var flag } && flag > 0).Select(c => c.Child)];
        UnitId[] live = [.. Of(totals.Unit, listed, formula.Indicator.Kinds, range.To).Select(u => u.Id)];
        UnitId[] who = [.. live.Where(attained.Contains)];
        return new UnitCount(who.Length, live.Length) { Who = [.. who], Lacking = [.. live.Where(u => !attained.Contains(u))] };
    }

    /// <summary>What is held of each child that ever said anything, and nothing of each that is listed and never did.</summary>
    /// <param name="totals">The totals by child.</param>
    /// <param name="listed">The children there are.</param>
    /// <param name="sums">How many sums were asked for.</param>
    public static IEnumerable<ChildTotals> All(UnitTotals totals, IEnumerable<Unit> listed, int sums)
    {
        HashSet<UnitId> said = [.. totals.Children.Select(c => c.Child)];
        ImmutableArray<SumReading> nothing = [.. Enumerable.Repeat(default(SumReading), sums)];
        return totals.Children.Concat(listed.Where(u => !said.Contains(u.Id)).Select(u => new ChildTotals(u.Id, default, nothing, [])));
    }

    /// <summary>The day on which who the children of a month are is asked: the last of the civil month.</summary>
    public static DateOnly LastDay(Month month) => CalendarDays.LastDay(month, MonthCalendar.Civil);
}
