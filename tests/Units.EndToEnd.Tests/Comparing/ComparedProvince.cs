using System.Globalization;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Comparing;

/// <summary>A province with as many communes as the largest one of the country, and 50 indicators of every formula with targets in two tiers.</summary>
internal sealed class ComparedProvince(Api api)
{
    /// <summary>Of Ho Chi Minh City in 2026, the most there are.</summary>
    public const int Communes = 168;

    /// <summary>The indicators of one question.</summary>
    public const int Indicators = 50;

    private const int Measures = 40;

    private const int AtATime = 16;

    private static readonly string[] Categories = ["one", "two", "three"];

    private readonly List<string> _measures = [];
    private readonly List<string> _communes = [];
    private long _reports;

    /// <summary>The province.</summary>
    public string Id { get; } = Api.NewId("province");

    /// <summary>The question: everything about all indicators in a year of which half is over.</summary>
    public V1.GetComparisonsRequest Question { get; } = new() { Range = "2025", AsOf = "2025-07-20" };

    /// <summary>Creates all of it, with a report of every measure from every commune.</summary>
    public async Task Create()
    {
        await api.CreateUnit(Id, kind: V1.UnitKind.Municipality);
        await Each(Enumerable.Range(0, Communes), async i => await api.CreateUnit(Api.NewId("commune"), Id, i % 3 == 0 ? V1.UnitKind.Ward : V1.UnitKind.Commune), _communes);
        for (int i = 0; i < Measures; i++)
        {
            string id = Api.NewId("m");
            V1.Measure measure = new()
            {
                Id = id,
                DisplayName = id,
                Kind = i < 4 ? V1.MeasureKind.Stock : V1.MeasureKind.Flow,
                ReportedBy = { V1.UnitKind.Commune, V1.UnitKind.Ward },
                DueDay = 10,
            };
            if (i is 4 or 5)
            {
                measure.Categories.AddRange(Categories.Select(c => new V1.Category { Id = c, DisplayName = c }));
            }

            await api.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure });
            _measures.Add(id);
        }

        for (int i = 0; i < Indicators; i++)
        {
            Question.Indicators.Add(await Indicator(i));
        }

        Question.Unit = Id;
        await Each(Question.Indicators.Take(Indicators), async indicator => await Target(indicator), []);
        await Each(_communes, commune => Report(commune, 2024, all: true), []);
        await Each(_communes, commune => Report(commune, 2025, all: true), []);
        await ChangeEverywhere();
    }

    /// <summary>A report in every commune, all of which the province has then counted.</summary>
    public async Task ChangeEverywhere()
    {
        await Each(_communes, commune => Report(commune, 2025, all: false), []);
        long reports = Interlocked.Read(ref _reports);
        await Until.Becomes("the province", () => api.ReadTotals(new V1.GetTotalsRequest { Unit = Id, Range = "2025-06", Measures = { _measures[10] } }),
            totals => totals.Measures[0].Value == reports.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One report of one commune, the next in turn.</summary>
    public async Task ReportNext(int turn) => await Report(_communes[turn % Communes], 2025, all: false);

    private async Task<string> Report(string commune, int year, bool all)
    {
        string month = string.Create(CultureInfo.InvariantCulture, $"{year}-06");
        List<V1.Entry> entries = all
            ? [.. _measures.Select((m, i) => i is 4 or 5 ? null : new V1.Entry { Measure = m, Month = month, Set = $"{(i < 4 ? 1 : 100 + i)}" }).OfType<V1.Entry>()]
            : [];
        if (all)
        {
            entries.RemoveAll(e => e.Measure == _measures[10]);
            entries.AddRange(from measure in _measures.Skip(4).Take(2)
                             from category in Categories
                             select new V1.Entry { Measure = measure, Category = category, Month = month, Set = "95" });
        }
        else
        {
            entries.Add(new V1.Entry { Measure = _measures[10], Month = month, Add = "1" });
            Interlocked.Increment(ref _reports);
        }

        await api.Submit(commune, Api.NewId("r"), [.. entries]);
        return commune;
    }

    private async Task<string> Target(string indicator)
    {
        foreach (V1.Tier tier in new[] { V1.Tier.Assigned, V1.Tier.Resolution })
        {
            await api.Plan.AssignTargetAsync(new V1.AssignTargetRequest
            {
                Unit = Id,
                Source = Api.Source,
                RequestId = Api.NewId("r"),
                Target = new V1.Target { Indicator = indicator, Range = "2025", Tier = tier, Kind = V1.TargetKind.AtLeast, Lower = "40" },
            });
        }

        return indicator;
    }

    /// <summary>Of five: two amounts, a share, a growth, and one of the rarer formulas.</summary>
    private async Task<string> Indicator(int i)
    {
        V1.Term term = Term(6 + (i % (Measures - 6)));
        V1.Term other = Term(6 + ((i + 7) % (Measures - 6)));
        V1.Indicator indicator = (i % 5) switch
        {
            0 or 1 => new V1.Indicator { Formula = V1.FormulaKind.Amount, Numerator = term },
            2 => new V1.Indicator { Formula = V1.FormulaKind.Ratio, Numerator = term, Denominator = other },
            3 => new V1.Indicator { Formula = V1.FormulaKind.Growth, Numerator = term },
            _ => (i % 4) switch
            {
                0 => new V1.Indicator { Formula = V1.FormulaKind.AttainedCount, Numerator = Term(i % 3) },
                1 => new V1.Indicator { Formula = V1.FormulaKind.Minimum, Numerator = Term(4), Denominator = Term(5) },
                2 => new V1.Indicator { Formula = V1.FormulaKind.WeightedMean, Numerator = term, Denominator = other },
                _ => new V1.Indicator { Formula = V1.FormulaKind.Worst, Components = { Question.Indicators[2], Question.Indicators[3] } },
            },
        };
        (indicator.Id, indicator.DisplayName) = (Api.NewId("i"), "chỉ tiêu");
        await api.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator });
        return indicator.Id;
    }

    private V1.Term Term(int measure) => new() { Measure = _measures[measure] };

    private static async Task Each<T>(IEnumerable<T> items, Func<T, Task<string>> call, List<string> results)
    {
        foreach (T[] some in items.Chunk(AtATime))
        {
            results.AddRange(await Task.WhenAll(some.Select(call)));
        }
    }
}
