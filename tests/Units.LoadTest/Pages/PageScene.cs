using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Pages;

/// <summary>What there has to be before pages can show what a run reports: an indicator, with a target in each unit that has a page.</summary>
/// <param name="side">Speaks to the gateway.</param>
/// <param name="ask">The pages.</param>
internal sealed class PageScene(Client side, PageAsk ask)
{
    private const string Source = "load-test";
    private const string Figure = "1000000";

    // As many as a country has provinces, with the country.
    private const int MostUnits = 35;

    /// <summary>Which pages a run has.</summary>
    public static PageAsk Ask(string monitor, int pages, LoadPlan plan, RunMeasures measures) => new(
        monitor.TrimEnd('/'), pages, [.. plan.Country.Interior.Take(MostUnits).Select(u => plan.Country.Units[u].Id)],
        measures.Ids[0], $"ct-{measures.Run}", measures.Range, measures.MonthTexts[^1][..4]);

    /// <summary>Makes it. With a target a unit has a tile before anything is reported: pages that are open then need not be read anew for it.</summary>
    public async Task Make(CancellationToken stop)
    {
        V1.Indicator indicator = new()
        {
            Id = ask.Indicator,
            Formula = V1.FormulaKind.Amount,
            Numerator = new V1.Term { Measure = ask.Measure },
            DisplayName = ask.Indicator,
            UnitOfMeasure = "lượt",
        };
        await Repeated.Call(call => side.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator }, call), stop);
        foreach (string unit in ask.Units)
        {
            V1.AssignTargetRequest request = new()
            {
                Unit = unit,
                Source = Source,
                RequestId = $"{ask.Indicator}-{unit}",
                Target = new V1.Target { Indicator = ask.Indicator, Range = ask.Period, Kind = V1.TargetKind.AtLeast, Lower = Figure },
            };
            await Repeated.Call(call => side.Plans.AssignTargetAsync(request, call), stop);
        }
    }
}
