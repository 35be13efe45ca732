using System.Globalization;
using System.Text.Json.Nodes;
using Units.LoadTest.Output;

namespace Units.LoadTest.Chaos;

/// <summary>A run with faults as one JSON object.</summary>
internal static class ChaosJson
{
    /// <summary>The object.</summary>
    public static JsonObject Of(ChaosResult result, int seed) => new()
    {
        ["chaos"] = result.Passed ? "passed" : "failed",
        ["seed"] = seed,
        ["capacity_per_s"] = Math.Round(result.Capacity, 1),
        ["rate_per_s"] = Math.Round(result.Load.Plan.Rate, 1),
        ["sent"] = result.Loads.Sum(l => l.Evidence.Log.Count),
        ["acknowledged"] = result.Loads.Sum(l => l.Figures.Acknowledged),
        ["refused"] = result.Loads.Sum(l => l.Figures.Refused),
        ["unknown"] = result.Loads.Sum(l => l.Figures.Unknown),
        ["repeated_calls"] = result.Load.Evidence.Failures.Count,
        ["lost"] = result.Lost,
        ["doubled"] = result.Doubled,
        ["mismatched"] = result.Mismatched,
        ["logged_faults"] = Texts(result.LoggedFaults),
        ["faults"] = new JsonArray([.. result.Faults.Select(Fault)]),
        ["checks"] = ResultJson.Checks(result.Load.Checks),
        ["left_out"] = Texts(result.LeftOut),
    };

    private static JsonObject Fault(FaultResult fault) => new()
    {
        ["fault"] = fault.Event.Fault,
        ["target"] = fault.Event.Target,
        ["process"] = fault.Event.Process,
        ["at"] = fault.Event.At.ToString("O", CultureInfo.InvariantCulture),
        ["recovery_s"] = Rounded(fault.RecoverySeconds),
        ["slowest_ward_s"] = Rounded(fault.SlowestSeconds),
        ["others_gap_s"] = Rounded(fault.GapSeconds),
        ["seen"] = fault.Event.Seen,
        ["broken"] = Texts(fault.Broken),
        ["late"] = Texts(fault.Late),
    };

    private static JsonValue? Rounded(double? seconds) => seconds is { } s ? JsonValue.Create(Math.Round(s, 3)) : null;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
