using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Finds units by name, with or without diacritics.</summary>
internal sealed class SearchReader(UnitIndex index, UnitSight sight, PageReader pages)
{
    private const int MaxFound = 50;

    private const int MaxLevels = 8;

    /// <summary>Searches; without a text, the units on top of what the caller sees.</summary>
    public async Task<SearchView> Read(MonitorAsk ask, Caller caller, CancellationToken cancellation)
    {
        IReadOnlyList<Unit> candidates = ask.Query.Trim().Length == 0
            ? await pages.Roots(caller, MaxFound, cancellation)
            : await index.Find(ask.Query, caller, MaxFound + 1, cancellation);
        IReadOnlyList<Unit> seen = await sight.Shown(caller, candidates, cancellation);
        MonthRange period = ask.Period ?? pages.ThisYear();
        List<FoundView> found = [];
        foreach (Unit unit in seen.Take(MaxFound))
        {
            found.Add(new FoundView(
                UnitWords.Name(unit, unit.Id, period, ask.Language), await Above(unit, period, ask, caller, cancellation), ask.Of(unit.Id.Text).Address));
        }

        return new SearchView(
            new PageView { Ask = ask, Title = ask.In("Tìm đơn vị", "Find a unit"), IsDemo = seen.Any(UnitWords.IsDemo) },
            found, seen.Count <= MaxFound);
    }

    private async Task<string> Above(Unit unit, MonthRange period, MonitorAsk ask, Caller caller, CancellationToken cancellation)
    {
        List<string> names = [];
        UnitId? above = unit.ParentIn(period.To);
        while (above is { } id && names.Count < MaxLevels && (await sight.Get(caller, [id], cancellation)).TryGetValue(id, out Unit? parent))
        {
            names.Add(UnitWords.Name(parent, id, period, ask.Language));
            above = parent.ParentIn(period.To);
        }

        return string.Join(", ", names);
    }
}
