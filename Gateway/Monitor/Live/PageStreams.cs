using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Requests;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>Runs the one stream that a page has. Pages that ask the same share what is read, and what is encoded.</summary>
internal sealed class PageStreams(
    Watches watches, BoardReader board, MonthsReader months, ValueTimes times, ChildList children, LiveTickers tickers, VietnamClock clock, TimeProvider time)
{
    private const string LastEventId = "Last-Event-ID";

    private readonly PagePace _pace = new();

    /// <summary>Runs it until the page goes.</summary>
    /// <exception cref="RefusedException">The address asks for nothing that changes, or for too much.</exception>
    public Task Run(HttpContext context, PageContext page)
    {
        List<(UnitId, WatchQuestion)> asked = [.. Questions(page).Select(question => (page.Unit.Id, question))];
        if (asked.Count == 0)
        {
            throw new RefusedException([new Violation(GatewayReasons.FieldRequired, "by", "", [])]);
        }

        string token = context.Request.Headers[LastEventId].ToString();
        LiveTicker? ticker = page.Ask.View == MonitorView.Overview ? tickers.Of(page) : null;
        return watches.Run(asked, token, _pace, new PageWatchWriter(context.Response, page.Ask.Language, ticker), context, context.RequestAborted);
    }

    private IEnumerable<WatchQuestion> Questions(PageContext page)
    {
        page.Catalogue.TryIndicator(page.Ask.Indicator, out Indicator? indicator);
        if (page.Ask.View == MonitorView.Overview)
        {
            yield return new TilesQuestion(Key("tiles", page, page.Catalogue.Indicators.Count), page, board.Tiles(page), board, months, times, time);
        }
        else if (indicator is not null)
        {
            yield return new TilesQuestion(Key("tile", page, indicator.Number), page, board.Tile(page, indicator), board, months, times, time);
        }

        if (indicator is not null && page.Ask.View is (MonitorView.Overview or MonitorView.Indicator))
        {
            yield return new LeagueQuestion(Key("league", page, indicator.Number), page, board.League(page, indicator), board, children, time);
        }
    }

    // The day is part of it: when one begins, another month may be due and what is asked changes, and who asks from then on asks anew.
    private string Key(string what, PageContext page, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}|{page.Period}|{clock.Today:yyyy-MM-dd}|{number}");
}
