using System.Globalization;
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
            Shape.Share => await Indicator(V1.FormulaKind.Ratio, await Measure(), await Measure()),
            Shape.MonthlyShare => await Indicator(V1.FormulaKind.Ratio, await Measure(V1.MeasureKind.Stock), await Measure(V1.MeasureKind.Stock)),
            Shape.ShareWithout => await Indicator(V1.FormulaKind.Ratio, await Measure(V1.MeasureKind.Flow, "open", "secret") + "/open",
                await Measure(V1.MeasureKind.Flow, "open", "secret") + "/open"),
            Shape.Mean => await Indicator(V1.FormulaKind.WeightedMean, await Measure(), await Measure()),
            Shape.Growth => await Indicator(V1.FormulaKind.Growth, await Measure()),
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
        if (line.Shape is Shape.Count or Shape.MonthlyCountShare)
        {
            for (int i = 0; i < (line.Shape == Shape.Count ? probe.Terms.Length : 2); i++)
            {
                children.Add(await api.CreateUnit(Api.NewId("commune"), unit, i % 2 == 0 ? V1.UnitKind.Commune : V1.UnitKind.Department));
            }
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

        await Report(unit, children, probe);
        return await Read(unit, children, probe);
    }

    private async Task Report(string unit, List<string> children, Probe probe)
    {
        string[] t = probe.Terms;
        switch (line.Shape)
        {
            case Shape.Count:
                for (int i = 0; i < children.Count; i++)
                {
                    await Send(children[i], Level(probe, 0, 12, t[i]));
                }

                break;
            case Shape.MonthlyCountShare:
                for (int i = 0; i < children.Count; i++)
                {
                    int child = i;
                    await Send(children[i], [.. Enumerable.Range(0, t.Length / 2).Select(m => Level(probe, 0, m + 1, t[(2 * m) + child]))]);
                }

                break;
            case Shape.MonthlyShare:
                await Send(unit, [.. t.Select((value, i) => Level(probe, i % 2, (i / 2) + 1, value))]);
                break;
            case Shape.LeastShare:
                await Send(unit, [.. t.Select((value, i) => Sum(probe, i % 2, 2020, value, "field-" + (char)('a' + (i / 2))))]);
                break;
            case Shape.ShareWithout:
                await Send(unit, Sum(probe, 0, 2020, t[0], "open"), Sum(probe, 1, 2020, t[1], "open"), Sum(probe, 0, 2020, t[2], "secret"), Sum(probe, 1, 2020, t[3], "secret"));
                break;
            case Shape.WorstGrowth:
                await Send(unit, [.. t.Select((value, i) => Sum(probe, i / 2, 2020 - (i % 2), value))]);
                break;
            default:
                // The terms of this year, then those of the year before.
                if (t.Length > 0)
                {
                    await Send(unit, [.. t.Select((value, i) => Sum(probe, i % _measures.Count, 2020 - (i / _measures.Count), value))]);
                }

                break;
        }
    }

    private async Task<Seen> Read(string unit, List<string> children, Probe probe)
    {
        V1.GetComparisonsRequest request = new() { Unit = unit, Indicators = { _indicator }, Range = Now, AsOf = "2020-12-31" };
        long statements = line.Shape switch
        {
            Shape.Count => children.Count,
            Shape.MonthlyCountShare => probe.Terms.Length,
            _ => 0,
        };
        V1.GetComparisonsResponse response = await Until.Becomes(
            $"line {line.Number}",
            async () => await api.Totals.GetComparisonsAsync(request),
            answer => answer.Indicators[0].Total.Value == probe.Value && answer.Indicators[0].Total.Statements >= statements, TimeSpan.FromSeconds(5));
        return new Seen(response.Indicators[0], [.. children.Where((_, i) => line.Shape == Shape.Count && probe.Terms[i] == "1").Order(StringComparer.Ordinal)]);
    }

    private Task<V1.SubmitReportResponse> Send(string unit, params V1.Entry[] entries) => api.Submit(unit, Api.NewId("r"), entries);

    private V1.Entry Sum(Probe probe, int measure, int year, string value, string category = "") => new()
    {
        Measure = _measures[measure],
        Category = category,
        Month = string.Create(CultureInfo.InvariantCulture, $"{year}-12"),
        YearToDate = value,
        Estimate = probe.Estimate,
        AtLeast = probe.AtLeast,
    };

    private V1.Entry Level(Probe probe, int measure, int month, string value) => new()
    {
        Measure = _measures[measure],
        Month = string.Create(CultureInfo.InvariantCulture, $"2020-{month:D2}"),
        Set = value,
        Estimate = probe.Estimate,
        AtLeast = probe.AtLeast,
    };

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
