using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Writes the year's plans: what the country is to reach and how that was amended, what it allots to the provinces, what they allot to their
/// communes, and what their councils set beside it. All decisions are invented, and say so.</summary>
internal sealed class DemoPlans
{
    /// <summary>What every decision and title is marked with.</summary>
    public const string Mark = "dữ liệu giả lập";

    private const string Congress = "dai-hoi";

    private readonly DemoCountry _country;
    private readonly DemoFigures _figures;
    private readonly int _year;
    private readonly Dictionary<string, decimal[]> _parts;

    /// <summary>The plans of a year.</summary>
    public DemoPlans(DemoCountry country, DemoFigures figures, int year)
    {
        (_country, _figures, _year) = (country, figures, year);
        DemoParts parts = new(country, figures);
        _parts = DemoCatalogue.Indicators.ToDictionary(i => i.Id, parts.Of);
    }

    /// <summary>The day of the amendments.</summary>
    public DateOnly AmendedOn => new(_year, 7, 15);

    /// <summary>The plans of the country, a field each, and behind them what the congress resolved.</summary>
    public IReadOnlyList<(V1.DraftPlanRequest Draft, V1.IssuePlanRequest Issue)> OfCountry()
    {
        DemoUnit country = _country.Units[0];
        List<(V1.DraftPlanRequest, V1.IssuePlanRequest)> plans = [];
        foreach (DemoField field in DemoField.All)
        {
            V1.DraftPlanRequest draft = NewDraft(country, field.Id, field.Title);
            if (field.Id == DemoField.Main)
            {
                draft.Theme = $"Kỷ cương, thực chất, về đích sớm ({Mark})";
            }

            draft.Targets.AddRange(In(field).Select(i => Target(i, V1.Tier.Assigned, Of(i, i.Plan))));
            plans.Add((draft, NewIssue(country, field.Id, DemoDecisions.OfCountry(field, _year))));
        }

        V1.DraftPlanRequest resolved = NewDraft(country, Congress, "Chỉ tiêu theo Nghị quyết Đại hội, phần của");
        resolved.Targets.AddRange(DemoCatalogue.Indicators.Where(i => i.Resolution > 0).Select(i => Target(i, V1.Tier.Resolution, Of(i, i.Resolution))));
        plans.Add((resolved, NewIssue(country, Congress, DemoDecisions.OfCongress(_year))));
        return plans;
    }

    /// <summary>Amends plans of the country in the middle of the year, after they were allotted: what is added is not allotted yet.</summary>
    public IEnumerable<V1.AmendPlanRequest> Amendments() => DemoField.All.Where(f => f.Amended > 0).Select(field =>
    {
        V1.AmendPlanRequest amend = new()
        {
            Unit = _country.Units[0].Id,
            Source = DemoReports.Source,
            RequestId = Request(field.Id, "amend"),
            Plan = Plan(field.Id),
            Decision = DemoDecisions.Amendment(field, AmendedOn),
            Note = $"Điều chỉnh giữa năm theo kết quả sáu tháng đầu năm ({Mark}).",
        };
        amend.Targets.AddRange(In(field).Where(i => i.Amended > 0).Select(i => Target(i, V1.Tier.Assigned, Of(i, i.Amended))));
        return amend;
    });

    /// <summary>What the country allots to the provinces.</summary>
    public IEnumerable<V1.AllotTargetRequest> ToProvinces() => DemoCatalogue.Indicators.Select(i => Allot(
        _country.Units[0], _country.Provinces, i, DemoDecisions.ToProvinces(DemoField.All[DemoField.PlaceOf(i.Field)], _year)));

    /// <summary>What the provinces allot to their communes.</summary>
    public IEnumerable<V1.AllotTargetRequest> ToCommunes()
    {
        ILookup<int, DemoUnit> communes = _country.Communes.ToLookup(c => c.Parent);
        return DemoCatalogue.Indicators.SelectMany(indicator => _country.Provinces.Where(p => communes[p.Place].Any()).Select(province => Allot(
            province, communes[province.Place], indicator, DemoDecisions.ToCommunes(province, DemoField.PlaceOf(indicator.Field), _figures, _year))));
    }

    /// <summary>What the councils of the provinces set beside it, a little more: the plans of a province together, a field each.</summary>
    public IEnumerable<IReadOnlyList<(V1.DraftPlanRequest Draft, V1.IssuePlanRequest Issue)>> OfCouncils() => _country.Provinces.Select(province =>
        DemoField.All.Where(f => In(f).Any(i => i.ByCouncil)).Select((field, at) =>
        {
            V1.DraftPlanRequest draft = NewDraft(province, field.Id, $"Nghị quyết: {field.Title}");
            foreach (DemoIndicator indicator in In(field).Where(i => i.ByCouncil))
            {
                decimal more = 1.02m + (0.05m * (decimal)_figures.Chance(province.Place, indicator.Id, -5));
                draft.Targets.Add(Target(indicator, V1.Tier.Council, DemoParts.Scaled(indicator, _parts[indicator.Id][province.Place] * more)));
            }

            return (draft, NewIssue(province, field.Id, DemoDecisions.OfCouncil(province, at, _figures, _year)));
        }).ToArray());

    private string Range => _year.ToString("D4", CultureInfo.InvariantCulture);

    private decimal Of(DemoIndicator indicator, double share) => DemoParts.Scaled(indicator, _parts[indicator.Id][0] * (decimal)share);

    private static IEnumerable<DemoIndicator> In(DemoField field) => DemoCatalogue.Indicators.Where(i => i.Field == field.Id);

    private string Plan(string field) => string.Create(CultureInfo.InvariantCulture, $"{field}-{_year}");

    // The first plan of a unit has the ids that its only one had: where that stands it is told apart, and nothing is put beside it.
    private string Request(string field, string step) => string.Create(CultureInfo.InvariantCulture, $"plan-{_year}-{(field == DemoField.Main ? "" : field + "-")}{step}");

    private V1.AllotTargetRequest Allot(DemoUnit unit, IEnumerable<DemoUnit> children, DemoIndicator indicator, V1.Decision decision)
    {
        V1.AllotTargetRequest request = new()
        {
            Unit = unit.Id,
            Source = DemoReports.Source,
            RequestId = $"allot-{_year}-{indicator.Id}",
            Indicator = indicator.Id,
            Range = Range,
            Tier = V1.Tier.Assigned,
            Rule = V1.AllotmentRule.ByHand,
            Decision = decision,
        };
        foreach (DemoUnit child in children)
        {
            string part = Text(_parts[indicator.Id][child.Place]);
            request.Parts.Add(indicator.AtMost ? new V1.AllotmentPart { Unit = child.Id, Upper = part } : new V1.AllotmentPart { Unit = child.Id, Lower = part });
        }

        return request;
    }

    private V1.Target Target(DemoIndicator indicator, V1.Tier tier, decimal value)
    {
        V1.Target target = new()
        {
            Indicator = indicator.Id,
            Range = Range,
            Tier = tier,
            Kind = indicator.AtMost ? V1.TargetKind.AtMost : V1.TargetKind.AtLeast,
        };
        if (indicator.AtMost)
        {
            target.Upper = Text(value);
        }
        else
        {
            target.Lower = Text(value);
        }

        if (DemoFigures.Quarters(DemoCatalogue.Measure(indicator.Numerator).Season) is { } quarters)
        {
            target.Course = new V1.TargetCourse { Kind = V1.CourseKind.Shares, Steps = { quarters.Select(Text) } };
        }

        return target;
    }

    private V1.DraftPlanRequest NewDraft(DemoUnit unit, string field, string title) => new()
    {
        Unit = unit.Id,
        Source = DemoReports.Source,
        RequestId = Request(field, "draft"),
        Plan = Plan(field),
        Title = $"{title} năm {_year} ({Mark})",
        Range = Range,
    };

    private V1.IssuePlanRequest NewIssue(DemoUnit unit, string field, V1.Decision decision) => new()
    {
        Unit = unit.Id,
        Source = DemoReports.Source,
        RequestId = Request(field, "issue"),
        Plan = Plan(field),
        Decision = decision,
    };

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
