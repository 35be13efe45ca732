using Units.Gateway.Monitor.Asking;
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
        ColumnScale scale = ColumnScale.Of(series.With(own), own);
        MonitorAsk ask = context.Ask;
        return new IndicatorView(
            context.Page with
            {
                Title = IndicatorWords.Name(indicator!, ask.Language),
                Subtitle = context.Page.Title,
                Days = PageReader.Days(context.Period, own.Numerator.Calendar),
                Stream = ask.Path("/live"),
                Version = VersionText.Of(version),
                Moved = Permanents.Moved(ask, version),
                Permanent = Permanents.Link(ask, context.Period, version),
                Files = Tables.TableFiles.Links(ask),
            },
            tile, scale.Head(ask.In("Theo tháng", "By month"), ask.Language), Bars(own, series, scale, ask), league);
    }

    private static IReadOnlyList<MonthView> Bars(IndicatorReading own, MonthSeries series, ColumnScale scale, MonitorAsk ask)
    {
        IReadOnlyList<decimal?> values = series.With(own);
        decimal top = values.Max() is { } most and > 0 ? most : 1;
        return
        [
            .. MonthsReader.Months(own.Course.Elapsed).Zip(values).Select(m => new MonthView(
                TimeText.Month(m.First, ask.Language) + (m.First == own.Course.Now && own.Course.IsRunning ? ask.In(" (chưa hết tháng)", " (not over)") : ""),
                m.Second is { } value ? scale.Number(value, ask.Language) : TileViews.Missing,
                Views.Bars.Text(Math.Clamp((m.Second ?? 0) / top * 100, 0, 100)))),
        ];
    }
}
