using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Opens a page: that there is such a unit and who asks sees it, the period, the way here.</summary>
internal sealed class PageReader(IGrainFactory grains, CatalogueCache catalogue, UnitSight sight, VietnamClock clock, TimeProvider time)
{
    private const int MaxLevels = 16;

    /// <summary>Opens the page of a unit.</summary>
    /// <exception cref="RefusedException">There is no such unit, or it is hidden.</exception>
    public async Task<PageContext> Open(MonitorAsk ask, Caller caller, CancellationToken cancellation)
    {
        UnitId id = new(ask.Unit);
        Unit unit = (await sight.Get(caller, [id], cancellation)).GetValueOrDefault(id)
            ?? throw new RefusedException([new Violation(GatewayReasons.UnitNotFound, "unit", ask.Unit, [])]);
        CatalogueView view = await catalogue.Refresh(cancellation);
        if (ask.Indicator.Length > 0 && !view.TryIndicator(ask.Indicator, out _))
        {
            throw new RefusedException([new Violation(GatewayReasons.IndicatorNotFound, "indicator", ask.Indicator, [])]);
        }

        MonthRange period = ask.Period ?? ThisYear();
        string name = UnitWords.Name(unit, id, period, ask.Language);
        PageView page = new()
        {
            Ask = ask,
            Title = name,
            Breadcrumb = await Way(unit, period, ask, caller, cancellation),
            Period = TimeText.Begin(TimeText.Period(period, ask.Language)),
            Days = Days(period, MonthCalendar.Civil),
            Periods = Periods(period, ask),
            IsDemo = UnitWords.IsDemo(unit),
            CanLeave = caller.Who is not null,
            ReadAt = TimeText.Clock(time.GetUtcNow()),
            Next = Next(ask),
        };
        return new PageContext(ask, caller, unit, period, view, page);
    }

    /// <summary>The unit that the monitor opens on: the first root, or the first of those that the caller's token names.</summary>
    public async Task<UnitId?> First(Caller caller, CancellationToken cancellation) => (await Roots(caller, 1, cancellation)) is [Unit first, ..] ? first.Id : null;

    /// <summary>The units on top of what a caller sees.</summary>
    public async Task<IReadOnlyList<Unit>> Roots(Caller caller, int most, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return await grains.GetGrain<IRegistryGrain>(0)
                .ListUnits(new UnitFilter(null, UnitKind.Unspecified, clock.Today, null, most, RootsOnly: true)).WaitAsync(cancellation);
        }

        UnitId[] tops = [.. caller.Subtrees.Order().Take(most)];
        IReadOnlyDictionary<UnitId, Unit> seen = await sight.Get(caller, tops, cancellation);
        return [.. tops.Where(seen.ContainsKey).Select(t => seen[t])];
    }

    /// <summary>The days of a period in words.</summary>
    public static string Days(MonthRange period, MonthCalendar calendar)
    {
        (DateOnly first, DateOnly last) = CalendarDays.Of(period, calendar);
        return $"{TimeText.Day(first)} – {TimeText.Day(last)}";
    }

    /// <summary>This year.</summary>
    public MonthRange ThisYear()
    {
        int year = clock.CurrentMonth(MonthCalendar.Civil).Year;
        return new MonthRange(Month.FirstOf(year), Month.LastOf(year));
    }

    private async Task<IReadOnlyList<LinkView>> Way(Unit unit, MonthRange period, MonitorAsk ask, Caller caller, CancellationToken cancellation)
    {
        List<LinkView> way = [new(UnitWords.Name(unit, unit.Id, period, ask.Language), ask.Of(unit.Id.Text).Address, IsHere: true)];
        UnitId? above = unit.ParentIn(period.To);
        for (int level = 0; above is { } id && level < MaxLevels; level++)
        {
            Unit? parent = (await sight.Get(caller, [id], cancellation)).GetValueOrDefault(id);
            if (parent is null)
            {
                break;
            }

            way.Insert(0, new LinkView(UnitWords.Name(parent, id, period, ask.Language), ask.Of(id.Text).Address));
            above = parent.ParentIn(period.To);
        }

        return way;
    }

    private List<LinkView> Periods(MonthRange period, MonitorAsk ask)
    {
        int year = period.From.Year;
        Month now = clock.CurrentMonth(MonthCalendar.Civil);
        Month month = period.Contains(now) ? now : period.To;
        List<MonthRange> all = [];
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{year - 1}"));
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{year}"));
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{year + 1}"));
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{month.Year}-Q{(month.OfYear + 2) / 3}"));
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{year}-01/{year}-06"));
        Add(all, string.Create(CultureInfo.InvariantCulture, $"{year}-01/{year}-09"));
        Add(all, month.ToString());
        if (!all.Contains(period))
        {
            all.Add(period);
        }

        return
        [
            .. all.Select(p => new LinkView(
                TimeText.Begin(TimeText.Period(p, ask.Language)), (ask with { Period = p == ThisYear() ? null : p, Page = "" }).Address, p == period)),
        ];
    }

    private static void Add(List<MonthRange> all, string text)
    {
        if (MonthRange.TryParse(text, out MonthRange range))
        {
            all.Add(range);
        }
    }

    // A wall turns by its own pages; what was opened from it goes back to it.
    private static string Next(MonitorAsk ask) => ask.Kiosk && ask.Rotate > 0 ? ask.Of(ask.Unit).Address : "";
}
