namespace Units.Silo.SampleData;

/// <summary>Reads <c>catalogue.json</c>: measures, and indicators on them.</summary>
internal sealed class CatalogueReader
{
    private static readonly Dictionary<string, V1.MeasureKind> Kinds = new()
    {
        ["flow"] = V1.MeasureKind.Flow,
        ["stock"] = V1.MeasureKind.Stock,
    };

    private static readonly Dictionary<string, V1.SourceRule> SourceRules = new()
    {
        ["one"] = V1.SourceRule.One,
        ["many"] = V1.SourceRule.Many,
    };

    private static readonly Dictionary<string, V1.MonthCalendar> Calendars = new()
    {
        ["civil"] = V1.MonthCalendar.Civil,
        ["administrative"] = V1.MonthCalendar.Administrative,
    };

    private static readonly Dictionary<string, V1.FormulaKind> Formulas = new()
    {
        ["amount"] = V1.FormulaKind.Amount,
        ["ratio"] = V1.FormulaKind.Ratio,
        ["growth"] = V1.FormulaKind.Growth,
        ["weighted-mean"] = V1.FormulaKind.WeightedMean,
        ["attained-count"] = V1.FormulaKind.AttainedCount,
        ["minimum"] = V1.FormulaKind.Minimum,
        ["worst"] = V1.FormulaKind.Worst,
    };

    private readonly OrderedDictionary<string, V1.Measure> _measures = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, V1.Indicator> _indicators = new(StringComparer.Ordinal);

    /// <summary>The measures by id, in the order of the file.</summary>
    public IReadOnlyDictionary<string, V1.Measure> Measures => _measures;

    /// <summary>The indicators by id, in the order of the file.</summary>
    public IReadOnlyDictionary<string, V1.Indicator> Indicators => _indicators;

    /// <summary>Reads the file.</summary>
    public void Read(SampleNode file)
    {
        foreach (SampleNode node in file.Items("measures"))
        {
            V1.Measure measure = ReadMeasure(node);
            if (!_measures.TryAdd(measure.Id, measure))
            {
                throw node.Fail("id", measure.Id, "another measure has this id");
            }
        }

        foreach (SampleNode node in file.Items("indicators"))
        {
            V1.Indicator indicator = ReadIndicator(node);
            if (_measures.ContainsKey(indicator.Id) || !_indicators.TryAdd(indicator.Id, indicator))
            {
                throw node.Fail("id", indicator.Id, "another measure or indicator has this id");
            }
        }

        file.End();
    }

    private static V1.Measure ReadMeasure(SampleNode node)
    {
        V1.Measure measure = new()
        {
            Id = node.Id("id"),
            Kind = node.Word("kind", Kinds),
            Scale = node.Number("scale", 0, DecimalText.MaxScale),
            Sources = node.Word("sources", SourceRules, "one"),
            Calendar = node.Word("calendar", Calendars, "civil"),
            DisplayName = node.Text("name"),
            DisplayNameEn = node.Text("nameEn"),
            UnitOfMeasure = node.Text("unitOfMeasure"),
        };
        foreach (SampleNode item in node.Items("categories", required: false))
        {
            V1.Category category = new() { Id = item.Id("id"), DisplayName = item.Text("name"), DisplayNameEn = item.Text("nameEn") };
            if (measure.Categories.Any(c => c.Id == category.Id))
            {
                throw item.Fail("id", category.Id, "another category of the measure has this id");
            }

            measure.Categories.Add(category);
            item.End();
        }

        node.End();
        return measure;
    }

    private V1.Indicator ReadIndicator(SampleNode node)
    {
        V1.Indicator indicator = new()
        {
            Id = node.Id("id"),
            Formula = node.Word("formula", Formulas),
            LowerIsBetter = node.Flag("lowerIsBetter"),
            Factor = node.Number("factor", 1, 1_000_000, 1),
            Decimals = node.Number("decimals", 0, DecimalText.MaxScale),
            DisplayName = node.Text("name"),
            DisplayNameEn = node.Text("nameEn"),
            UnitOfMeasure = node.Text("unitOfMeasure"),
        };
        ReadTerms(node, indicator);
        foreach (string component in node.Texts("components"))
        {
            indicator.Components.Add(_indicators.ContainsKey(component) ? component : throw node.Fail("components", component, "an indicator that stands before this is expected"));
        }

        foreach (string kind in node.Texts("kinds"))
        {
            indicator.Kinds.Add(UnitKindWords.All.TryGetValue(kind, out V1.UnitKind known) ? known : throw node.Fail("kinds", kind, "a kind of units is expected"));
        }

        node.End();
        return indicator;
    }

    private void ReadTerms(SampleNode node, V1.Indicator indicator)
    {
        string? numerator = node.OptionalText("numerator");
        if (numerator is null != indicator.Formula is V1.FormulaKind.Worst)
        {
            throw node.Fail("numerator", numerator ?? "", "the worst of several has none, all others have one");
        }

        if (numerator is not null)
        {
            indicator.Numerator = ReadTerm(node, "numerator", numerator);
        }

        bool needs = indicator.Formula is V1.FormulaKind.Ratio or V1.FormulaKind.WeightedMean;
        bool may = needs || indicator.Formula is V1.FormulaKind.Growth or V1.FormulaKind.Minimum;
        string? denominator = node.OptionalText("denominator");
        if ((needs && denominator is null) || (!may && denominator is not null))
        {
            throw node.Fail("denominator", denominator ?? "", "a ratio and a weighted mean have one, a growth and a minimum may have one, others have none");
        }

        if (denominator is not null)
        {
            indicator.Denominator = ReadTerm(node, "denominator", denominator);
        }
    }

    private V1.Term ReadTerm(SampleNode node, string key, string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string id = slash < 0 ? text : text[..slash];
        string category = slash < 0 ? "" : text[(slash + 1)..];
        if (!_measures.TryGetValue(id, out V1.Measure? measure) || (slash >= 0 && measure.Categories.All(c => c.Id != category)))
        {
            throw node.Fail(key, text, "a measure of the catalogue, or measure/category, is expected");
        }

        return new V1.Term { Measure = id, Category = category };
    }
}
