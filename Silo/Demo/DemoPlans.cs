using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>Writes the year's plans: what the country is to reach and how that was amended, what it allots to the provinces, what they allot to their
/// communes, and what their councils set beside it. All decisions are invented, and say so.</summary>
internal sealed class DemoPlans
{
    /// <summary>What every decision and title is marked with.</summary>
    public const string Mark = "dữ liệu giả lập";

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

    /// <summary>The country's draft.</summary>
    public V1.DraftPlanRequest Draft()
    {
        V1.DraftPlanRequest draft = NewDraft(_country.Units[0], $"Kế hoạch phát triển kinh tế - xã hội năm {_year} ({Mark})");
        draft.Theme = $"Kỷ cương, thực chất, về đích sớm ({Mark})";
        foreach (DemoIndicator indicator in DemoCatalogue.Indicators)
        {
            decimal whole = _parts[indicator.Id][0];
            draft.Targets.Add(Target(indicator, V1.Tier.Assigned, DemoParts.Scaled(indicator, whole * (decimal)indicator.Plan)));
            if (indicator.Resolution > 0)
            {
                draft.Targets.Add(Target(indicator, V1.Tier.Resolution, DemoParts.Scaled(indicator, whole * (decimal)indicator.Resolution)));
            }
        }

        return draft;
    }

    /// <summary>Issues it.</summary>
    public V1.IssuePlanRequest Issue() => NewIssue(_country.Units[0], National());

    /// <summary>Amends it in the middle of the year, after it was allotted: what is added is not allotted yet.</summary>
    public V1.AmendPlanRequest Amend()
    {
        V1.AmendPlanRequest amend = new()
        {
            Unit = _country.Units[0].Id,
            Source = DemoReports.Source,
            RequestId = $"plan-{_year}-amend",
            Plan = Plan,
            Decision = Decision("567/QĐ-GL", AmendedOn, "Trung ương"),
            Note = $"Điều chỉnh giữa năm theo kết quả sáu tháng đầu năm ({Mark}).",
        };
        foreach (DemoIndicator indicator in DemoCatalogue.Indicators.Where(i => i.Amended > 0))
        {
            amend.Targets.Add(Target(indicator, V1.Tier.Assigned, DemoParts.Scaled(indicator, _parts[indicator.Id][0] * (decimal)indicator.Amended)));
        }

        return amend;
    }

    /// <summary>The day of the amendment.</summary>
    public DateOnly AmendedOn => new(_year, 7, 15);

    /// <summary>What the country allots to the provinces.</summary>
    public IEnumerable<V1.AllotTargetRequest> ToProvinces() => DemoCatalogue.Indicators.Select(i => Allot(_country.Units[0], _country.Provinces, i, National()));

    /// <summary>What the provinces allot to their communes.</summary>
    public IEnumerable<V1.AllotTargetRequest> ToCommunes()
    {
        ILookup<int, DemoUnit> communes = _country.Communes.ToLookup(c => c.Parent);
        return DemoCatalogue.Indicators.SelectMany(indicator => _country.Provinces.Where(p => communes[p.Place].Any()).Select(province => Allot(
            province, communes[province.Place], indicator, Decision($"{100 + province.Place}/QĐ-GL", new DateOnly(_year, 1, 10), $"UBND {NameOf(province)}"))));
    }

    /// <summary>What the councils of the provinces set beside it, a little more.</summary>
    public IEnumerable<(V1.DraftPlanRequest Draft, V1.IssuePlanRequest Issue)> OfCouncils() => _country.Provinces.Select(province =>
    {
        V1.DraftPlanRequest draft = NewDraft(province, $"Nghị quyết về nhiệm vụ năm {_year} của {NameOf(province)} ({Mark})");
        foreach (DemoIndicator indicator in DemoCatalogue.Indicators.Where(i => i.ByCouncil))
        {
            decimal more = 1.02m + (0.05m * (decimal)_figures.Chance(province.Place, indicator.Id, -5));
            draft.Targets.Add(Target(indicator, V1.Tier.Council, DemoParts.Scaled(indicator, _parts[indicator.Id][province.Place] * more)));
        }

        return (draft, NewIssue(province, Decision($"{10 + province.Place}/NQ-GL", new DateOnly(_year - 1, 12, 20), $"HĐND {NameOf(province)}")));
    });

    private string Plan => string.Create(CultureInfo.InvariantCulture, $"ke-hoach-{_year}");

    private string Range => _year.ToString("D4", CultureInfo.InvariantCulture);

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

    private V1.DraftPlanRequest NewDraft(DemoUnit unit, string title) => new()
    {
        Unit = unit.Id,
        Source = DemoReports.Source,
        RequestId = $"plan-{_year}-draft",
        Plan = Plan,
        Title = title,
        Range = Range,
    };

    private V1.IssuePlanRequest NewIssue(DemoUnit unit, V1.Decision decision) => new()
    {
        Unit = unit.Id,
        Source = DemoReports.Source,
        RequestId = $"plan-{_year}-issue",
        Plan = Plan,
        Decision = decision,
    };

    private V1.Decision National() => Decision("1234/QĐ-GL", new DateOnly(_year - 1, 12, 28), "Trung ương");

    private static V1.Decision Decision(string number, DateOnly date, string issuer) => new()
    {
        Number = number,
        Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Issuer = $"{issuer} ({Mark})",
    };

    private static string NameOf(DemoUnit unit) => unit.Unit.Namings[0].Name;

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
