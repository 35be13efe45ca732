using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Output;

/// <summary>A result as one JSON object on one line.</summary>
internal static class ResultJson
{
    // Names of units stay readable; the line goes to a terminal or a file, never into a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object as one line.</summary>
    public static string Line(JsonObject json) => json.ToJsonString(Readable);

    /// <summary>The object.</summary>
    public static JsonObject Of(LoadResult result, IReadOnlyList<string> broken)
    {
        JsonObject json = new()
        {
            ["country"] = result.Plan.Country.Name,
            ["units"] = result.Plan.Country.Units.Count,
            ["seed"] = result.Plan.Seed,
        };
        foreach ((string name, double value) in ResultFigures.Of(result))
        {
            json[name] = Math.Round(value, 3);
        }

        json["checker"] = result.Checks.Passed ? "passed" : "failed";
        json["checks"] = Checks(result.Checks);
        json["broken_requirements"] = new JsonArray([.. broken.Select(b => JsonValue.Create(b))]);
        return json;
    }

    /// <summary>Each check by its name.</summary>
    public static JsonObject Checks(CheckReport report)
    {
        JsonObject checks = [];
        foreach (CheckResult check in report.Results)
        {
            checks[check.Id.ToString()] = new JsonObject
            {
                ["passed"] = check.Passed,
                ["looked_at"] = check.Looked,
                ["faults"] = check.FaultCount,
                ["first"] = new JsonArray([.. check.Faults.Select(f => JsonValue.Create(f))]),
            };
        }

        return checks;
    }
}
