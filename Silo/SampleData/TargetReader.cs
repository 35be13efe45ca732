namespace Units.Silo.SampleData;

/// <summary>Reads plans and targets of the cities' files.</summary>
internal sealed class TargetReader(CatalogueReader catalogue)
{
    private static readonly Dictionary<string, V1.TargetKind> Kinds = new()
    {
        ["at-least"] = V1.TargetKind.AtLeast,
        ["at-most"] = V1.TargetKind.AtMost,
        ["more-than"] = V1.TargetKind.MoreThan,
        ["less-than"] = V1.TargetKind.LessThan,
        ["range"] = V1.TargetKind.Range,
        ["exactly"] = V1.TargetKind.Exactly,
        ["maintain"] = V1.TargetKind.Maintain,
        ["increase"] = V1.TargetKind.Increase,
        ["decrease"] = V1.TargetKind.Decrease,
        ["qualitative"] = V1.TargetKind.Qualitative,
        ["inherited"] = V1.TargetKind.Inherited,
        ["composite"] = V1.TargetKind.Composite,
    };

    private static readonly Dictionary<string, V1.Tier> Tiers = new()
    {
        ["assigned"] = V1.Tier.Assigned,
        ["council"] = V1.Tier.Council,
        ["resolution"] = V1.Tier.Resolution,
        ["stretch"] = V1.Tier.Stretch,
    };

    /// <summary>A plan.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="unit">Reads the id of a unit that is known.</param>
    public SamplePlan Plan(SampleNode node, Func<SampleNode, string, string> unit)
    {
        V1.DraftPlanRequest draft = new()
        {
            Unit = unit(node, "unit"),
            Source = node.Id("source"),
            Plan = node.Id("id"),
            Title = node.Text("title"),
            Range = node.Range("range"),
            Note = node.OptionalText("note") ?? "",
        };
        draft.RequestId = draft.Plan + "-draft";
        List<string> lines = [];
        foreach (SampleNode item in node.Items("targets"))
        {
            lines.Add(item.Text("line"));
            draft.Targets.Add(Target(item, draft.Range, unit));
            item.End();
        }

        V1.Decision? decision = node.OptionalItem("decision") is { } decided ? Decision(decided) : null;
        node.End();
        return new SamplePlan(draft, decision is null ? null : new V1.IssuePlanRequest
        {
            Unit = draft.Unit,
            Source = draft.Source,
            Plan = draft.Plan,
            RequestId = draft.Plan + "-issue",
            Decision = decision,
        }, lines);
    }

    /// <summary>A target that belongs to no plan.</summary>
    public SampleTarget Assigned(SampleNode node, Func<SampleNode, string, string> unit)
    {
        string line = node.Text("line");
        V1.AssignTargetRequest request = new() { Unit = unit(node, "unit"), Source = "city-reports", RequestId = "target-" + line };
        request.Target = Target(node, node.Range("range"), unit);
        node.End();
        return new SampleTarget(request, line);
    }

    private V1.Target Target(SampleNode node, string range, Func<SampleNode, string, string> unit)
    {
        V1.Target target = new()
        {
            Indicator = Indicator(node, "indicator"),
            Range = range,
            Tier = node.Word("tier", Tiers, "assigned"),
            Kind = node.Word("kind", Kinds),
            Lower = node.OptionalValue("lower") ?? "",
            Upper = node.OptionalValue("upper") ?? "",
            Words = node.OptionalText("words") ?? "",
        };
        target.Members.AddRange(node.Texts("members"));
        if (node.OptionalItem("reference") is { } reference)
        {
            target.Reference = new V1.TargetReference { Unit = unit(reference, "unit"), Indicator = Indicator(reference, "indicator"), Tier = V1.Tier.Assigned };
            reference.End();
        }

        return target;
    }

    private string Indicator(SampleNode node, string key)
    {
        string id = node.Text(key);
        return catalogue.Indicators.ContainsKey(id) ? id : throw node.Fail(key, id, "an indicator of the catalogue is expected");
    }

    private static V1.Decision Decision(SampleNode node)
    {
        V1.Decision decision = new() { Number = node.Text("number"), Date = node.DayText("date"), Issuer = node.Text("issuer") };
        node.End();
        return decision;
    }
}
