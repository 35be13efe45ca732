namespace Units.Silo.SampleData;

/// <summary>Reads the files of the cities: units, what they reported, and what they published.</summary>
internal sealed class CityReader(CatalogueReader catalogue)
{
    private static readonly Dictionary<string, bool> Bases = new() { ["printed"] = false, ["pooled"] = true };

    private readonly EntryReader _entries = new(catalogue);
    private readonly OrderedDictionary<string, V1.Unit> _units = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<(string Unit, string Source, string Id), V1.SubmitReportRequest> _reports = [];
    private readonly TargetReader _targets = new(catalogue);
    private readonly List<SamplePlan> _plans = [];
    private readonly List<SampleTarget> _assigned = [];
    private readonly List<PublishedFigure> _published = [];

    /// <summary>The units in the order of the files, parents first.</summary>
    public IReadOnlyCollection<V1.Unit> Units => _units.Values;

    /// <summary>The reports in the order of the files.</summary>
    public IReadOnlyCollection<V1.SubmitReportRequest> Reports => _reports.Values;

    /// <summary>The plans in the order of the files.</summary>
    public IReadOnlyList<SamplePlan> Plans => _plans;

    /// <summary>The targets that belong to no plan, in the order of the files.</summary>
    public IReadOnlyList<SampleTarget> Targets => _assigned;

    /// <summary>The published figures in the order of the files.</summary>
    public IReadOnlyList<PublishedFigure> Published => _published;

    /// <summary>Reads the file of one city.</summary>
    public void Read(SampleNode file)
    {
        SampleNode about = file.Item("about");
        about.Text("report");
        about.Range("period");
        about.End();
        foreach (SampleNode node in file.Items("units"))
        {
            V1.Unit unit = ReadUnit(node);
            if (!_units.TryAdd(unit.Id, unit))
            {
                throw node.Fail("id", unit.Id, "another unit has this id");
            }
        }

        foreach (SampleNode node in file.Items("reports"))
        {
            V1.SubmitReportRequest report = ReadReport(node);
            if (!_reports.TryAdd((report.Unit, report.Source, report.ReportId), report))
            {
                throw node.Fail("id", report.ReportId, "another report of this unit and source has this id");
            }
        }

        _plans.AddRange(file.Items("plans", required: false).Select(node => _targets.Plan(node, ReadKnown)));
        _assigned.AddRange(file.Items("targets", required: false).Select(node => _targets.Assigned(node, ReadKnown)));
        _published.AddRange(file.Items("published").Select(ReadPublished));
        file.End();
    }

    private V1.Unit ReadUnit(SampleNode node)
    {
        V1.Unit unit = new() { Id = node.Id("id"), IdentityInferred = node.Flag("identityInferred") };
        unit.Namings.Add(new V1.Naming { Kind = node.Word("kind", UnitKindWords.All), Name = node.Text("name"), NameEn = node.Text("nameEn") });
        string from = node.MonthText("parentFrom", Month.MinValue.ToString());
        if (node.OptionalText("parent") is { } parent)
        {
            unit.Edges.Add(new V1.Edge { From = from, Parent = Known(node, "parent", parent) });
        }

        foreach (SampleNode item in node.Items("identifiers", required: false))
        {
            unit.Identifiers.Add(new V1.Identifier
            {
                Scheme = item.Text("scheme"),
                Value = item.Text("value"),
                From = item.DayText("from"),
                To = item.DayText("to"),
            });
            item.End();
        }

        node.End();
        return unit;
    }

    private V1.SubmitReportRequest ReadReport(SampleNode node)
    {
        string id = node.Text("id");
        V1.SubmitReportRequest report = new()
        {
            Unit = Known(node, "unit", node.Text("unit")),
            Source = node.Id("source"),
            ReportId = ReportId.IsValid(id) ? id : throw node.Fail("id", id, $"a report id is expected: {ReportId.Rule}"),
            AllOrNothing = true,
        };
        report.Entries.AddRange(node.Items("entries").Select(_entries.Read));
        node.End();
        return report;
    }

    private PublishedFigure ReadPublished(SampleNode node)
    {
        string unit = Known(node, "unit", node.Text("unit"));
        string indicator = node.Text("indicator");
        if (!catalogue.Indicators.ContainsKey(indicator))
        {
            throw node.Fail("indicator", indicator, "an indicator of the catalogue is expected");
        }

        PublishedFigure figure = new(
            unit,
            indicator,
            node.Range("period"),
            node.Value("value", DecimalText.MaxScale),
            node.OptionalText("numerator"),
            node.OptionalText("denominator"),
            node.Word("basis", Bases),
            node.Flag("estimate"),
            node.Flag("atLeast"));
        node.End();
        return figure;
    }

    private string ReadKnown(SampleNode node, string key) => Known(node, key, node.Text(key));

    private string Known(SampleNode node, string key, string unit) =>
        _units.ContainsKey(unit) ? unit : throw node.Fail(key, unit, "a unit that stands before this in the files is expected");
}
