using Units.LoadTest.Checking;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Pages;

/// <summary>Loads with live pages open beside them.</summary>
/// <param name="monitor">The HTTP address of the gateway.</param>
/// <param name="pages">How many pages.</param>
/// <param name="checks">What is checked of each load.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class PageRun(string monitor, int pages, CheckPlan checks, IProgress<LoadProgress>? progress)
{
    private const int Kilobyte = 1024;

    // Of a load that only says how fast reports are taken in, fewer receipts are looked at: there are many such loads in a run.
    private const int ReceiptsOfMost = 2_000;

    // What opening a page leaves to be done is done by then.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Opens the pages, sends the load, and tells how late the pages were and what memory one takes.</summary>
    public async Task<(LoadResult Result, IReadOnlyDictionary<string, double> Figures)> Steady(LoadPlan plan, CancellationToken stop)
    {
        using Client side = new(plan.Gateways[0], opensMore: true);
        Dictionary<string, double> figures = [];
        ToldVersions? told = null;
        OpenPages? open = null;
        try
        {
            LoadResult result = await LoadRun.Run(plan, checks, progress, stop: stop, ready: async measures =>
            {
                PageAsk ask = PageScene.Ask(monitor, pages, plan, measures);
                await new PageScene(side, ask).Make(stop);
                told = new ToldVersions(ask, side);
                open = await OpenMeasured(ask, told, figures, stop);
                open.Begin();
            });
            await open!.RequireSame(stop);
            foreach ((string name, double value) in open.Figures().Named)
            {
                figures[name] = value;
            }

            return (result, figures);
        }
        finally
        {
            await (open?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (told?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>The highest rate with the pages over that without, of pairs in alternating order. Where loads have a warm-up, there is one before that counts for
    /// nothing: a server that has just started is slower.</summary>
    public async Task<PagePairs> Pairs(int count, LoadPlan plan, CancellationToken stop)
    {
        LoadPlan most = plan with { Arrivals = ArrivalKind.Max };
        if (plan.Warmup > TimeSpan.Zero)
        {
            progress?.Report(new LoadProgress("warming up"));
            await Most(most, isWith: false, stop);
        }

        List<(double With, double Without)> pairs = [];
        for (int pair = 0; pair < count; pair++)
        {
            bool withFirst = pair % 2 == 1;
            double first = await Most(most, withFirst, stop);
            double second = await Most(most, !withFirst, stop);
            pairs.Add(withFirst ? (first, second) : (second, first));
            progress?.Report(new LoadProgress(FormattableString.Invariant($"pair {pair + 1} of {count}: {pairs[^1].With:0} with, {pairs[^1].Without:0} without pages")));
        }

        return new PagePairs(pairs);
    }

    /// <summary>The memory a page takes is by how much that of the gateway grows as the pages are opened, a page. One of each unit and language is open
    /// before, and fills what pages share.</summary>
    private async Task<OpenPages> OpenMeasured(PageAsk ask, ToldVersions told, Dictionary<string, double> figures, CancellationToken stop)
    {
        LocalServer server = LocalServer.Of([monitor]);
        await using OpenPages shared = await OpenPages.Open(ask with { Count = Math.Min(pages, 2 * ask.Units.Count) }, told, stop);
        await Task.Delay(Settling, TimeProvider.System, stop);
        (long Live, long Resident)? before = await server.Memory(stop);
        progress?.Report(new LoadProgress($"opening {pages} pages"));
        OpenPages open = await OpenPages.Open(ask, told, stop);
        await Task.Delay(Settling, TimeProvider.System, stop);
        (long Live, long Resident)? after = await server.Memory(stop);
        if (after is { } now && before is { } then)
        {
            figures["page_kb"] = (now.Live - then.Live) / (double)Kilobyte / pages;
            figures["page_resident_kb"] = (now.Resident - then.Resident) / (double)Kilobyte / pages;
        }

        return open;
    }

    private async Task<double> Most(LoadPlan plan, bool isWith, CancellationToken stop)
    {
        using Client side = new(plan.Gateways[0], opensMore: true);
        OpenPages? open = null;
        try
        {
            LoadResult result = await LoadRun.Run(plan, checks with { Receipts = ReceiptsOfMost }, progress, stop: stop, ready: async measures =>
            {
                // There is the same to show in both cases.
                PageAsk ask = PageScene.Ask(monitor, pages, plan, measures);
                await new PageScene(side, ask).Make(stop);
                open = isWith ? await OpenPages.Open(ask, null, stop) : null;
            });
            if (!result.Checks.Passed)
            {
                throw new InvalidOperationException($"A load {Named(isWith)} pages failed {Failed(result.Checks)}.");
            }

            Figures figures = result.Figures;
            progress?.Report(new LoadProgress(FormattableString.Invariant(
                $"{figures.ReportsPerSecond:0} reports/s {Named(isWith)} pages, cores of the server {figures.Meters.ServerCores:0.00}, of this process {figures.Meters.GeneratorCores:0.00}")));
            return figures.ReportsPerSecond;
        }
        finally
        {
            await (open?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static string Named(bool isWith) => isWith ? "with" : "without";

    private static string Failed(CheckReport report) =>
        string.Join("; ", report.Results.Where(c => !c.Passed).Select(c => $"{c.Id} with {c.FaultCount} faults: {string.Join(", ", c.Faults.Take(1))}"));
}
