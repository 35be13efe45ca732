using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Reading;

/// <summary>
/// Divides the indicators of a unit over the pages of a wall. It turns from page to page, so that all tiles come by in one round; the league table beside them
/// is by one of the page's indicators, another one in each round.
/// </summary>
internal sealed class WallPages
{
    /// <summary>How many tiles can be read from four metres at once.</summary>
    public const int Tiles = 6;

    private readonly MonitorAsk _ask;
    private readonly ImmutableArray<string> _turn;
    private readonly IReadOnlyList<IndicatorReading> _all;
    private readonly int _front;

    private WallPages(MonitorAsk ask, ImmutableArray<string> turn, IReadOnlyList<IndicatorReading> all, Indicator? front)
    {
        _ask = ask;
        _turn = turn;
        _all = all;
        (Number, Count) = Place(ask, all);
        _front = Math.Max(0, Array.FindIndex([.. Shown], r => r.Indicator.Id == front?.Id));
    }

    /// <summary>The page, from 1.</summary>
    public int Number { get; }

    /// <summary>How many pages there are.</summary>
    public int Count { get; }

    /// <summary>The indicators on it.</summary>
    public IEnumerable<IndicatorReading> Shown => On(_all, Number);

    /// <summary>Which page it is, with the ones beside it.</summary>
    public WallView View => new(Number, Count, At(Number == 1 ? Count : Number - 1, _front), At(Number % Count + 1, _front));

    /// <summary>Where it turns to by itself; empty for a wall that does not.</summary>
    public string Next => _ask.Rotate == 0 ? ""
        : Number < Count ? At(Number + 1, _front)
        : _turn.IsEmpty ? At(1, _front + 1)
        : _ask.Of(_turn[(_turn.IndexOf(_ask.Unit) + 1) % _turn.Length]).Address;

    /// <summary>The pages of a wall.</summary>
    /// <param name="ask">The page that is asked for.</param>
    /// <param name="turn">The units that it turns over; empty for this one alone.</param>
    /// <param name="all">The indicators of the unit, those at risk first.</param>
    /// <param name="front">The indicator that the children are compared by.</param>
    public static WallPages Of(MonitorAsk ask, ImmutableArray<string> turn, IReadOnlyList<IndicatorReading> all, Indicator? front) =>
        new(ask, turn, all, front);

    /// <summary>The indicators on the page that is asked for.</summary>
    public static IReadOnlyList<IndicatorReading> ShownOn(MonitorAsk ask, IReadOnlyList<IndicatorReading> all) => [.. On(all, Place(ask, all).Number)];

    private static IEnumerable<IndicatorReading> On(IReadOnlyList<IndicatorReading> all, int page) => all.Skip((page - 1) * Tiles).Take(Tiles);

    private static (int Number, int Count) Place(MonitorAsk ask, IReadOnlyList<IndicatorReading> all)
    {
        int count = Math.Max(1, (all.Count + Tiles - 1) / Tiles);
        return (int.TryParse(ask.Page, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, count) : 1, count);
    }

    private string At(int page, int front)
    {
        Indicator[] there = [.. On(_all, page).Select(r => r.Indicator)];
        return (_ask with
        {
            Indicator = there.Length == 0 ? "" : there[front % there.Length].Id.Text,
            Page = page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture),
        }).Address;
    }
}
