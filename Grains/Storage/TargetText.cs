using System.Text.Json;

namespace Units.Grains.Storage;

/// <summary>A target with its words, as the journal keeps it. The shape is pinned by a test.</summary>
internal static class TargetText
{
    private const int Version = 1;

    /// <summary>Writes a target.</summary>
    public static string Write(Target target) => JsonText.Write(Version, json => Members(json, target));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static Target Read(string text) => JsonText.Read(text, Version, "A target", Read);

    /// <summary>Writes the members of a target into an object that is open.</summary>
    public static void Members(Utf8JsonWriter json, Target target)
    {
        Key(json, TargetKey.Of(target));
        json.WriteNumber("kind", (int)target.Kind);
        json.Amount("lower", target.Lower);
        json.Amount("upper", target.Upper);
        json.Amount("numerator", target.Numerator);
        json.Amount("denominator", target.Denominator);
        json.Items("members", target.Members, member => json.WriteStringValue(member.Text));
        if (target.Reference is { } reference)
        {
            json.WriteStartObject("reference");
            json.WriteString("unit", reference.Unit.Text);
            json.WriteNumber("indicator", reference.Indicator);
            json.WriteNumber("tier", (int)reference.Tier);
            json.Text("range", reference.Range?.ToString());
            json.WriteEndObject();
        }

        json.Items("components", target.Components, json.WriteNumberValue);
        if (target.Course.Kind != CourseKind.Even)
        {
            json.WriteStartObject("course");
            json.WriteNumber("kind", (int)target.Course.Kind);
            json.Items("steps", target.Course.Steps, step => json.WriteNumberValue((long)step.Scaled));
            json.WriteEndObject();
        }

        json.Text("words", target.Words);
        json.Decision(target.Decision);
        if (target.Assessment != Assessment.NotYet)
        {
            json.WriteNumber("assessment", (int)target.Assessment);
        }

        json.Text("evidence", target.Evidence);
    }

    /// <summary>Writes the members of a key.</summary>
    public static void Key(Utf8JsonWriter json, TargetKey key)
    {
        json.WriteNumber("indicator", key.Indicator);
        json.WriteString("range", key.Range.ToString());
        json.WriteNumber("tier", (int)key.Tier);
    }

    /// <summary>The key in an object.</summary>
    public static TargetKey ReadKey(JsonElement json) => new(json.Number("indicator"), json.Range("range"), (Tier)json.Number("tier"));

    /// <summary>The target in an object.</summary>
    public static Target Read(JsonElement json)
    {
        TargetKey key = ReadKey(json);
        return new Target
        {
            Indicator = key.Indicator,
            Range = key.Range,
            Tier = key.Tier,
            Kind = (TargetKind)json.Number("kind"),
            Lower = json.Amount("lower"),
            Upper = json.Amount("upper"),
            Numerator = json.Amount("numerator"),
            Denominator = json.Amount("denominator"),
            Members = [.. json.Items("members").Select(member => new UnitId(member.GetString()!))],
            Reference = json.TryGetProperty("reference", out JsonElement reference) ? Reference(reference) : null,
            Components = [.. json.Items("components").Select(component => component.GetInt32())],
            Course = json.TryGetProperty("course", out JsonElement course)
                ? new TargetCourse((CourseKind)course.Number("kind"), [.. course.Items("steps").Select(step => new Amount(step.GetInt64()))])
                : TargetCourse.Even,
            Words = json.Text("words"),
            Decision = json.Decision(),
            Assessment = (Assessment)json.Number("assessment"),
            Evidence = json.Text("evidence"),
        };
    }

    private static TargetReference Reference(JsonElement json) => new(
        new UnitId(json.Text("unit")), json.Number("indicator"), (Tier)json.Number("tier"), json.TryGetProperty("range", out _) ? json.Range("range") : null);
}
