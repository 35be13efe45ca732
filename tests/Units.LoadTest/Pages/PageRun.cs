using System.Diagnostics;
using Units.LoadTest.Checking;
using Units.LoadTest.Compare;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Pages;

/// <summary>A load with live pages open beside it.</summary>
/// <param name="monitor">The HTTP address of the gateway.</param>
/// <param name="pages">How many pages.</param>
internal sealed class PageRun(string monitor, int pages)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What a page that has opened leaves to be collected is gone by then.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Opens the pages, sends the load, and tells what came of both.</summary>
    public async Task<(LoadResult Result, PageFigures Figures)> Run(LoadPlan plan, CheckPlan checks, IProgress<LoadProgress>? progress, CancellationToken stop)
    {
        using Client side = new(plan.Gateways[0], opensMore: true);
        OpenPages? open = null;
        double bytes = double.NaN;
        long from = 0;
        try
        {
            LoadResult result = await LoadRun.Run(plan, checks, progress, stop: stop, ready: async measures =>
            {
                PageAsk ask = Ask(plan, measures);
                await CreateIndicator(side, ask, stop);
                LocalServer server = LocalServer.Of([monitor]);
                // The first page of each unit fills what pages share; the others are what is measured.
                await using (await OpenPages.Open(ask with { Pages = Math.Min(pages, ask.Units.Count) }, side, stop))
                {
                    await Task.Delay(Settling, TimeProvider.System, stop);
                    long? before = server.Memory;
                    progress?.Report(new LoadProgress($"opening {pages} pages"));
                    open = await OpenPages.Open(ask, side, stop);
                    await Task.Delay(Settling, TimeProvider.System, stop);
                    bytes = server.Memory - before ?? double.NaN;
                }

                open.Begin();
                from = Stopwatch.GetTimestamp();
            });
            return (result, open!.Figures(from, bytes));
        }
        finally
        {
            await (open?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>The highest rate with the pages over that without, the median of pairs in alternating order.</summary>
    public async Task<Series> Pairs(int pairs, LoadPlan plan, CheckPlan checks, IProgress<LoadProgress>? progress, CancellationToken stop)
    {
        LoadPlan most = plan with { Arrivals = ArrivalKind.Max };
        List<double> ratios = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            double with = 0;
            double without = 0;
            foreach (bool isWith in pair % 2 == 0 ? new[] { false, true } : [true, false])
            {
                progress?.Report(new LoadProgress($"pair {pair + 1} of {pairs}, {(isWith ? "with" : "without")} pages"));
                LoadResult result = isWith ? (await Run(most, checks, progress, stop)).Result : await LoadRun.Run(most, checks, progress, stop: stop);
                (with, without) = isWith ? (result.Figures.ReportsPerSecond, without) : (with, result.Figures.ReportsPerSecond);
            }

            ratios.Add(with / without);
        }

        return new Series(ratios);
    }

    private PageAsk Ask(LoadPlan plan, RunMeasures measures) => new(
        monitor.TrimEnd('/'), pages, [.. plan.Country.Interior.Take(MostUnits).Select(u => plan.Country.Units[u].Id)],
        measures.Ids[0], $"ct-{measures.Run}", measures.Range, measures.MonthTexts[^1][..4]);

    // As many as a country has provinces, with the country.
    private const int MostUnits = 35;

    private static async Task CreateIndicator(Client side, PageAsk ask, CancellationToken stop) => await side.Catalog.CreateIndicatorAsync(
        new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = ask.Indicator,
                Formula = V1.FormulaKind.Amount,
                Numerator = new V1.Term { Measure = ask.Measure },
                DisplayName = ask.Indicator,
                UnitOfMeasure = "lượt",
            },
        },
        deadline: Client.In(Patience), cancellationToken: stop);
}
