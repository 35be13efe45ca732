using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.CityReports;

/// <summary>Enters one line through the public API, under ids that nobody has seen before: its measures and indicator once, each probe at a unit
/// of its own under a unit of its own.</summary>
internal sealed class LineDesk(Api api, Line line)
{
    private const string Now = "2020";

    private readonly List<string> _measures = [];
    private string _indicator = "";

    /// <summary>Creates what the formula needs.</summary>
    public async Task Prepare()
    {
        _indicator = line.Shape switch
        {
            Shape.Amount => await Indicator(V1.FormulaKind.Amount, await Measure()),
            Shape.Share or Shape.ShareOfWards => await Indicator(V1.FormulaKind.Ratio, await Measure(), await Measure()),
            Shape.MonthlyShare => await Indicator(V1.FormulaKind.Ratio, await Measure(V1.MeasureKind.Stock), await Measure(V1.MeasureKind.Stock)),
            Shape.ShareWithout => await Indicator(V1.FormulaKind.Ratio, await Measure(V1.MeasureKind.Flow, "open", "secret") + "/open",
                await Measure(V1.MeasureKind.Flow, "open", "secret") + "/open"),
            Shape.Mean => await Indicator(V1.FormulaKind.WeightedMean, await Measure(), await Measure()),
            Shape.Growth => await Indicator(V1.FormulaKind.Growth, await Measure()),
            Shape.GrowthOfParts => await Indicator(V1.FormulaKind.Growth, await Measure(V1.MeasureKind.Flow, "part-a", "part-b", "part-c")),
            Shape.RateGrowth => await Indicator(V1.FormulaKind.Growth, await Measure(), await Measure()),
            Shape.WorstGrowth => await Worst(true, [.. await Several(line.Probes[0].Terms.Length / 2, async () => await Indicator(V1.FormulaKind.Growth, await Measure()))]),
            Shape.WorstShare => await Worst(false,
                [.. await Several(line.Probes[0].Terms.Length / 2, async () => await Indicator(V1.FormulaKind.Ratio, await Measure(), await Measure()))]),
            Shape.LeastShare => await Indicator(V1.FormulaKind.Minimum, await Measure(V1.MeasureKind.Flow, "field-a", "field-b", "field-c"),
                await Measure(V1.MeasureKind.Flow, "field-a", "field-b", "field-c")),
            Shape.Count => await Indicator(V1.FormulaKind.AttainedCount, await Measure(V1.MeasureKind.Stock)),
            _ => await Indicator(V1.FormulaKind.AttainedCount, await Measure(V1.MeasureKind.Stock), factor: 100),
        };
    }

    /// <summary>Enters a probe and reads it back.</summary>
    public async Task<Seen> Enter(Probe probe)
    {
        string above = await api.CreateUnit(Api.NewId("province"));
        string unit = await api.CreateUnit(Api.NewId("city"), above, V1.UnitKind.City);
        List<string> children = [];
        int below = line.Shape switch
        {
            Shape.Count => probe.Terms.Length,
            Shape.ShareOfWards => probe.Terms.Length / 2,
            Shape.MonthlyCountShare => 2,
            _ => 0,
        };
        for (int i = 0; i < below; i++)
        {
            children.Add(await api.CreateUnit(Api.NewId("commune"), unit, i % 2 == 0 ? V1.UnitKind.Commune : V1.UnitKind.Department));
        }

        if (line.Above is { } inherited)
        {
            await Assign(above, inherited);
        }

        foreach (V1.Target target in line.Targets)
        {
            V1.Target mine = target.Clone();
            mine.Members.AddRange(children.Take(line.Members));
            mine.Reference = target.Kind == V1.TargetKind.Inherited ? new V1.TargetReference { Unit = above } : null;
            await Assign(unit, mine);
        }

        if (line.Judged)
        {
            await api.Plan.RecordAssessmentAsync(new V1.RecordAssessmentRequest
            {
                Unit = unit,
                Source = Api.Source,
                RequestId = Api.NewId("r"),
                Indicator = _indicator,
                Range = Now,
                Assessment = probe.Met == "+" ? V1.Assessment.Met : V1.Assessment.NotMet,
                Evidence = "theo biên bản kiểm tra",
            });
        }

        await new LineReports(api, line, _measures).Send(unit, children, probe);
        return await Read(unit, children, probe);
    }

    private async Task<Seen> Read(string unit, List<string> children, Probe probe)
    {
        V1.GetComparisonsRequest request = new() { Unit = unit, Indicators = { _indicator }, Range = Now, AsOf = "2020-12-31" };
        long statements = line.Shape switch
        {
            Shape.Count or Shape.ShareOfWards => children.Count,
            Shape.MonthlyCountShare => probe.Terms.Length,
            _ => 0,
        };
        V1.GetComparisonsResponse response = await Until.Becomes(
            $"line {line.Number}",
            async () => await api.Totals.GetComparisonsAsync(request),
            answer => answer.Indicators[0].Total.Value == probe.Value && answer.Indicators[0].Total.Statements >= statements, TimeSpan.FromSeconds(5));
        return new Seen(response.Indicators[0], [.. children.Where((_, i) => line.Shape == Shape.Count && probe.Terms[i] == "1").Order(StringComparer.Ordinal)]);
    }

    private async Task Assign(string unit, V1.Target target)
    {
        V1.Target sent = target.Clone();
        (sent.Indicator, sent.Range, sent.Words) = (_indicator, Now, line.Vi);
        sent.Decision = new V1.Decision { Number = Api.NewId("QĐ"), Date = "2019-12-30", Issuer = "UBND" };
        await api.Plan.AssignTargetAsync(new V1.AssignTargetRequest { Unit = unit, Source = Api.Source, RequestId = Api.NewId("r"), Target = sent });
    }

    private async Task<string> Measure(V1.MeasureKind kind = V1.MeasureKind.Flow, params string[] categories)
    {
        _measures.Add(await api.CreateMeasure(Api.NewId("m"), kind, line.Scale, "", categories));
        return _measures[^1];
    }

    private Task<string> Worst(bool lowerIsBetter, string[] components) => Indicator(new V1.Indicator
    {
        Formula = V1.FormulaKind.Worst,
        Components = { components },
        LowerIsBetter = lowerIsBetter,
    });

    private Task<string> Indicator(V1.FormulaKind formula, string numerator, string? denominator = null, int factor = 0) => Indicator(new V1.Indicator
    {
        Formula = formula,
        Numerator = Term(numerator),
        Denominator = denominator is null ? null : Term(denominator),
        Factor = factor,
    });

    private async Task<string> Indicator(V1.Indicator indicator)
    {
        (indicator.Id, indicator.DisplayName, indicator.Decimals) = (Api.NewId("i"), line.Vi, line.Decimals);
        await api.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator });
        return indicator.Id;
    }

    private static V1.Term Term(string text) => new() { Measure = text.Split('/')[0], Category = text.Contains('/', StringComparison.Ordinal) ? text.Split('/')[1] : "" };

    private static async Task<List<string>> Several(int count, Func<Task<string>> create)
    {
        List<string> made = [];
        for (int i = 0; i < count; i++)
        {
            made.Add(await create());
        }

        return made;
    }
}
