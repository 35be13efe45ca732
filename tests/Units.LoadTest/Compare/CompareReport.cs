using System.Text.Json.Nodes;
using Units.LoadTest.Contenders;

namespace Units.LoadTest.Compare;

/// <summary>The medians of a comparison and the ratios that the product is held to.</summary>
internal sealed class CompareReport(IReadOnlyList<CellResult> results)
{
    /// <summary>Every cell of every contender and round.</summary>
    public IReadOnlyList<CellResult> Results { get; } = results;

    /// <summary>The contenders and cells there are, in the order of the first round.</summary>
    public IEnumerable<(ContenderKind Contender, CellKind Cell)> Cells =>
        Results.Select(result => (result.Contender, result.Cell)).Distinct().OrderBy(c => c.Contender).ThenBy(c => c.Cell);

    /// <summary>The keys that have a floor or a ceiling, in the order of the table that sets them.</summary>
    public IReadOnlyList<(string Key, double Value)> Keys =>
    [
        ("uniform_vs_trigger", Ratio(CellKind.Uniform, ContenderKind.Trigger, r => r.ReportsPerSecond)),
        ("hotcell_vs_trigger", Ratio(CellKind.HotCell, ContenderKind.Trigger, r => r.ReportsPerSecond)),
        ("uniform_vs_expert", Ratio(CellKind.Uniform, ContenderKind.Expert, r => r.ReportsPerSecond)),
        ("uniform_vs_roller", Ratio(CellKind.Uniform, ContenderKind.Roller, r => r.ReportsPerSecond)),
        ("uniform_vs_naive", Ratio(CellKind.Uniform, ContenderKind.Naive, r => r.ReportsPerSecond)),
        ("monthly_vs_copy", Of(ContenderKind.Units, CellKind.Monthly, r => r.EntriesPerSecond).Median
            / Of(ContenderKind.Units, CellKind.Monthly, r => r.CopyRowsPerSecond).Median),
        ("visible_p50_ms", Of(ContenderKind.Units, CellKind.Visible, r => r.LagP50Ms).Median),
        ("visible_p99_ms", Of(ContenderKind.Units, CellKind.Visible, r => r.LagP99Ms).Median),
        ("wal_vs_trigger", Ratio(CellKind.Uniform, ContenderKind.Trigger, r => r.WalBytes)),
        ("cpu_vs_trigger", Ratio(CellKind.Uniform, ContenderKind.Trigger, r => r.ProcessorUs)),
    ];

    /// <summary>"passed", or what failed in which cell of ours.</summary>
    public string Checker => Verdict(result => result.Contender == ContenderKind.Units);

    /// <summary>The same of the others: a contender that is not exact is no comparison.</summary>
    public string ContendersChecker => Verdict(result => result.Contender != ContenderKind.Units);

    /// <summary>A figure over the rounds.</summary>
    public Series Of(ContenderKind contender, CellKind cell, Func<CellResult, double> figure) =>
        new(Results.Where(result => result.Contender == contender && result.Cell == cell).OrderBy(result => result.Round).Select(figure));

    /// <summary>Everything as one object.</summary>
    public JsonObject Json(Machine machine)
    {
        JsonObject json = [];
        foreach ((string key, double value) in Keys)
        {
            json[key] = Number(value);
        }

        json["checker"] = Checker;
        json["contenders_checker"] = ContendersChecker;
        json["lag_ms"] = new JsonObject
        {
            ["units"] = Lags(ContenderKind.Units),
            ["roller"] = Lags(ContenderKind.Roller),
        };
        json["machine"] = machine.Description;
        json["postgres"] = machine.Postgres;
        json["date"] = machine.Date;
        json["commit"] = machine.Commit;
        JsonArray cells = [];
        foreach ((ContenderKind contender, CellKind cell) in Cells)
        {
            cells.Add(Json(contender, cell));
        }

        json["cells"] = cells;
        return json;
    }

    private double Ratio(CellKind cell, ContenderKind other, Func<CellResult, double> figure) =>
        Of(ContenderKind.Units, cell, figure).Median / Of(other, cell, figure).Median;

    private string Verdict(Func<CellResult, bool> whose)
    {
        string[] failed =
        [
            .. Results.Where(result => whose(result) && result.Failed.Count > 0)
                .Select(result => $"{result.Contender} {result.Cell}, round {result.Round}: {string.Join("; ", result.Failed)}"),
        ];
        return failed.Length == 0 ? "passed" : string.Join(" | ", failed);
    }

    private JsonObject Lags(ContenderKind contender) => new()
    {
        ["saturated_p50"] = Number(Of(contender, CellKind.Uniform, r => r.LagP50Ms).Median),
        ["saturated_p99"] = Number(Of(contender, CellKind.Uniform, r => r.LagP99Ms).Median),
        ["at_70_percent_p50"] = Number(Of(contender, CellKind.Visible, r => r.LagP50Ms).Median),
        ["at_70_percent_p99"] = Number(Of(contender, CellKind.Visible, r => r.LagP99Ms).Median),
    };

    private JsonObject Json(ContenderKind contender, CellKind cell)
    {
        JsonObject json = new() { ["contender"] = Name(contender), ["cell"] = Name(cell) };
        foreach ((string name, Func<CellResult, double> figure) in CompareText.Figures)
        {
            Series series = Of(contender, cell, figure);
            if (series.Max > 0)
            {
                json[name] = new JsonObject
                {
                    ["median"] = Number(series.Median),
                    ["rounds"] = new JsonArray([.. series.Rounds.Select(Number)]),
                };
            }
        }

        return json;
    }

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    // JSON has no word for what was not measured but null.
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 3)) : null;
}
