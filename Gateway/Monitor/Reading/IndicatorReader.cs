using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads an indicator across the children of a unit.</summary>
internal sealed class IndicatorReader(BoardReader board, MonthsReader months)
{
    /// <summary>Reads it.</summary>
    public async Task<IndicatorView> Read(PageContext context, CancellationToken cancellation)
    {
        context.Catalogue.TryIndicator(context.Ask.Indicator, out Indicator? indicator);
        (LeagueView league, IndicatorReading own, UnitVersion version, _) = await board.ReadLeague(context, indicator!, cancellation);
        TileView tile = (await board.Show(context, [own], isLeaf: true, cancellation))[0];
        MonthSeries series = await months.Read(context.Unit.Id, [own], cancellation);
        MonitorAsk ask = context.Ask;
        return new IndicatorView(
            context.Page with
            {
                Title = IndicatorWords.Name(indicator!, ask.Language),
                Subtitle = context.Page.Title,
                Days = PageReader.Days(context.Period, own.Numerator.Calendar),
                Stream = ask.Path("/live"),
                Version = VersionText.Of(version),
                Keep = (ask with { Period = context.Period }).Path(KeptPages.Form),
                Files = Tables.TableFiles.Links(ask),
            },
            tile, KeyViews.Of([own], context.Period, ask), MonthViews.Head(own, series, ask), MonthViews.Of(own, series, ask), league);
    }
}
