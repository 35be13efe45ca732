using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads what was sent to a unit: the end of every way down.</summary>
internal sealed class EntriesReader(IGrainFactory grains, BoardReader board, OwnTimes times, UnitSight sight)
{
    private const int PageSize = 50;

    /// <summary>Reads it.</summary>
    public async Task<EntriesView> Read(PageContext context, CancellationToken cancellation)
    {
        MonitorAsk ask = context.Ask;
        TileView? tile = null;
        int? measure = null;
        string version = "";
        if (context.Catalogue.TryIndicator(ask.Indicator, out Indicator? indicator))
        {
            (_, IndicatorReading own, UnitVersion at, bool hasChildren) = await board.ReadLeague(context, indicator, cancellation);
            if (!hasChildren)
            {
                await times.Learn(context, [own], cancellation);
            }

            tile = (await board.Show(context, [own], isLeaf: true, cancellation))[0];
            // Of a ratio both measures are of interest: all entries are shown then.
            measure = indicator.Denominator is null ? own.Numerator.Number : null;
            version = VersionText.Of(at);
        }

        JournalPage page = await sight.Shown(
            context.Caller, await grains.GetGrain<IUnitGrain>(UnitKey.Of(context.Unit.Id)).ListEntries(Query(context, measure), cancellation), cancellation);
        return new EntriesView(
            context.Page with
            {
                Title = ask.In("Các báo cáo đã gửi", "Entries as sent") + (tile is null ? "" : $": {tile.Name}"),
                Subtitle = context.Page.Title,
                Stream = tile is null ? "" : ask.Path("/live"),
                Rereads = true,
                Version = version,
                Files = Tables.TableFiles.Links(ask),
            },
            tile,
            [.. page.Lines.Select(l => EntryViews.Of(context.Unit.Id, l, context.Catalogue, ask))],
            page.Next is { } next ? (ask with { Page = string.Create(CultureInfo.InvariantCulture, $"{next.Sequence}.{next.N}") }).Address : "");
    }

    private static JournalQuery Query(PageContext context, int? measure) => new()
    {
        Measure = measure,
        Months = context.Period,
        PageSize = PageSize,
        After = After(context.Ask.Page),
        ManySources = [.. context.Catalogue.Measures.Where(m => m.Sources == SourceRule.Many).Select(m => m.Number)],
    };

    private static JournalPlace? After(string page)
    {
        if (page.Length == 0)
        {
            return null;
        }

        return page.Split('.') is [string sequence, string n]
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out long at)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? new JournalPlace(at, place)
            : throw new RefusedException([new Violation(GatewayReasons.BadPageToken, "page", page, [])]);
    }
}
