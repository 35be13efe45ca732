using System.Text.Json;

namespace Units.Grains.Storage;

/// <summary>Steps of plans and allotments, as the journal keeps them. The shapes are pinned by a test.</summary>
internal static class PlanText
{
    private const int Version = 1;

    /// <summary>The kind of the row that a step leaves.</summary>
    public static RowKind KindOf(PlanStepKind kind) => RowKind.PlanDraft + (int)kind;

    /// <summary>Writes a step.</summary>
    public static string Write(PlanStep step) => JsonText.Write(Version, json =>
    {
        json.WriteString("plan", step.Plan.Text);
        json.Text("title", step.Title);
        json.Text("range", step.Range?.ToString());
        json.Text("theme", step.Theme);
        json.Items("targets", step.Targets, target =>
        {
            json.WriteStartObject();
            TargetText.Members(json, target);
            json.WriteEndObject();
        });
        json.Items("additive", step.Additive, json.WriteNumberValue);
        json.Items("withdrawn", step.Withdrawn, key =>
        {
            json.WriteStartObject();
            TargetText.Key(json, key);
            json.WriteEndObject();
        });
        json.Items("commenters", step.Commenters, unit => json.WriteStringValue(unit.Text));
        json.Text("by", step.By.Text);
        json.Text("text", step.Text);
        json.Decision(step.Decision);
    });

    /// <summary>Reads what <see cref="Write(PlanStep)"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static PlanStep ReadStep(RowKind kind, string text, ReportKey key, string? who) => JsonText.Read(text, Version, "A step of a plan", json => new PlanStep
    {
        Source = key.Source,
        RequestId = key.Report,
        ContentHash = [],
        Plan = new PlanId(json.Text("plan")),
        Kind = (PlanStepKind)(kind - RowKind.PlanDraft),
        Title = json.Text("title"),
        Range = json.TryGetProperty("range", out _) ? json.Range("range") : null,
        Theme = json.Text("theme"),
        Targets = [.. json.Items("targets").Select(TargetText.Read)],
        Additive = [.. json.Items("additive").Select(number => number.GetInt32())],
        Withdrawn = [.. json.Items("withdrawn").Select(TargetText.ReadKey)],
        Commenters = [.. json.Items("commenters").Select(unit => new UnitId(unit.GetString()!))],
        By = json.TryGetProperty("by", out _) ? new UnitId(json.Text("by")) : default,
        Text = json.Text("text"),
        Decision = json.Decision(),
        Who = who,
    });

    /// <summary>The id of the plan that a step is of.</summary>
    public static string PlanOf(string text) => JsonText.Read(text, Version, "A step of a plan", json => json.Text("plan"));

    /// <summary>Writes an allotment.</summary>
    public static string Write(Allotment allotment) => JsonText.Write(Version, json =>
    {
        json.WriteStartObject("target");
        TargetText.Members(json, allotment.Target);
        json.WriteEndObject();
        json.WriteBoolean("additive", allotment.IsAdditive);
        json.WriteNumber("rule", (int)allotment.Rule);
        json.Items("parts", allotment.Parts, part =>
        {
            json.WriteStartObject();
            json.WriteString("child", part.Child.Text);
            json.WriteString("weight", part.Weight.ToString());
            json.Amount("lower", part.Lower);
            json.Amount("upper", part.Upper);
            json.Amount("numerator", part.Numerator);
            json.Amount("denominator", part.Denominator);
            json.WriteEndObject();
        });
        json.Decision(allotment.Decision);
    });

    /// <summary>Reads what <see cref="Write(Allotment)"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static Allotment ReadAllotment(string text, ReportKey key, string? who) => JsonText.Read(text, Version, "An allotment", json => new Allotment
    {
        Source = key.Source,
        RequestId = key.Report,
        ContentHash = [],
        Target = TargetText.Read(json.GetProperty("target")),
        IsAdditive = json.GetProperty("additive").GetBoolean(),
        Rule = (AllotmentRule)json.Number("rule"),
        Parts = [.. json.Items("parts").Select(ReadPart)],
        Decision = json.Decision(),
        Who = who,
    });

    /// <summary>The entry of a row.</summary>
    public static PlanEntry Entry(RowKind kind, string text, ReportKey key, long sequence, DateTimeOffset at, string? who) => kind == RowKind.Allot
        ? new PlanEntry(sequence, at, null, ReadAllotment(text, key, who))
        : new PlanEntry(sequence, at, ReadStep(kind, text, key, who), null);

    // A weight is a sum of what was reported and may be beyond 64 bits.
    private static AllotmentPart ReadPart(JsonElement json) => new(
        new UnitId(json.Text("child")), new Amount(Int128.Parse(json.Text("weight"), System.Globalization.CultureInfo.InvariantCulture)),
        json.Amount("lower"), json.Amount("upper"), json.Amount("numerator"), json.Amount("denominator"));
}
