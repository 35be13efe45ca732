using System.Globalization;
using System.Runtime.CompilerServices;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads what was sent to a unit: the end of every way down.</summary>
internal sealed class EntriesReader(IGrainFactory grains, BoardReader board, OwnTimes times, UnitSight sight)
{
    /// <summary>The most lines of a file.</summary>
    public const int MaxLines = 10_000;

    private const int PageSize = 50;
    private const int PageOfFile = 1000;

    // A call looks at so many lines and finds what matches: of a journal of millions a file has what these find.
    private const int MostCalls = 100;

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
            context.Caller, await grains.GetGrain<IUnitGrain>(UnitKey.Of(context.Unit.Id)).ListEntries(Query(context, measure, PageSize, After(ask.Page)), cancellation), cancellation);
        return new EntriesView(
            context.Page with
            {
                Title = Title(context),
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

    /// <summary>What was sent to a unit, the newest first, page by page and up to <see cref="MaxLines"/>; where the last page names a next one there is more.</summary>
    public async IAsyncEnumerable<JournalPage> All(PageContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int? measure = context.Catalogue.TryIndicator(context.Ask.Indicator, out Indicator? indicator) && indicator.Denominator is null
            ? context.Catalogue.Formula(indicator).Numerator.Number
            : null;
        IUnitGrain unit = grains.GetGrain<IUnitGrain>(UnitKey.Of(context.Unit.Id));
        JournalPlace? after = null;
        int left = MaxLines;
        for (int calls = 0; calls < MostCalls && left > 0; calls++)
        {
            JournalQuery query = Query(context, measure, Math.Min(PageOfFile, left), after);
            JournalPage page = await sight.Shown(context.Caller, await unit.ListEntries(query, cancellation), cancellation);
            yield return page;
            left -= page.Lines.Length;
            after = page.Next;
            if (after is null)
            {
                yield break;
            }
        }
    }

    /// <summary>What such a page is called.</summary>
    public static string Title(PageContext context) => context.Ask.In("Các báo cáo đã gửi", "Entries as sent")
        + (context.Catalogue.TryIndicator(context.Ask.Indicator, out Indicator? indicator) ? $": {IndicatorWords.Name(indicator, context.Ask.Language)}" : "");

    private static JournalQuery Query(PageContext context, int? measure, int size, JournalPlace? after) => new()
    {
        Measure = measure,
        Months = context.Period,
        PageSize = size,
        After = after,
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
