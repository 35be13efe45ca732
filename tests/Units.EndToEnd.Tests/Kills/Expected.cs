namespace Units.EndToEnd.Tests.Kills;

/// <summary>What every unit must hold, worked out from the acknowledgements alone.</summary>
internal sealed class Expected
{
    private readonly Dictionary<string, long> _added = [];
    private readonly Dictionary<string, long> _set = [];
    private readonly Dictionary<string, long> _toDate = [];

    /// <summary>Adds up: of what a leaf set or said since January the latest of its journal holds.</summary>
    public Expected(IReadOnlyCollection<Sent> acknowledged)
    {
        foreach (IGrouping<Leaf, Sent> reports in acknowledged.GroupBy(a => a.Leaf))
        {
            Add(_added, reports.Key, reports.Count(r => r.Kind == ReportKind.Add));
            Add(_set, reports.Key, Latest(reports, ReportKind.Set));
            Add(_toDate, reports.Key, Latest(reports, ReportKind.ToDate));
        }
    }

    /// <summary>What a unit and all below it must have: added, set and to date.</summary>
    public (long Added, long Set, long ToDate) Of(string unit) =>
        (_added.GetValueOrDefault(unit), _set.GetValueOrDefault(unit), _toDate.GetValueOrDefault(unit));

    private static long Latest(IEnumerable<Sent> reports, ReportKind kind) =>
        reports.Where(r => r.Kind == kind).MaxBy(r => r.Sequence)?.Value ?? 0;

    private static void Add(Dictionary<string, long> sums, Leaf leaf, long amount)
    {
        foreach (string unit in leaf.Ancestors.Append(leaf.Id))
        {
            sums[unit] = sums.GetValueOrDefault(unit) + amount;
        }
    }
}
