using Grpc.Core;
using static Units.Gateway.Tests.Planning.PlanSamples;

namespace Units.Gateway.Tests.Planning;

/// <summary>What is wrong with targets, plans and allotments is refused with field, value and rule, in both languages, and nothing is changed.</summary>
public sealed class BadPlanInputTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public Task A_range_upside_down() => Refused(
        h => gateway.Plans.AssignTargetAsync(Assign(Ranged("20", "18")), h), "target.upper", TargetReasons.UpsideDown, "18000", "ngược", "upside down");

    [Fact]
    public Task A_target_on_a_measure() => Refused(
        h => gateway.Plans.AssignTargetAsync(Assign(Target(indicator: "thu-ngan-sach")), h), "target.indicator", GatewayReasons.TargetOnMeasure, "thu-ngan-sach", "số liệu",
        "measure");

    [Fact]
    public Task A_target_on_a_measure_in_the_older_fields() => Refused(
        h => gateway.Plans.AssignTargetAsync(
            new V1.AssignTargetRequest
            {
                Unit = "cam-pha",
                Source = "ubnd",
                RequestId = Sample.NewId(),
                Indicator = "ho-so",
                Range = "2025",
                Bound = V1.Bound.AtLeast,
                Value = "1",
            },
            h),
        "indicator", GatewayReasons.TargetOnMeasure, "ho-so", "số liệu", "measure");

    [Fact]
    public Task A_percentage_where_an_amount_belongs() => Refused(
        h => gateway.Plans.AssignTargetAsync(Assign(Target("95%")), h), "target.lower", GatewayReasons.PercentForAmount, "95%", "phần trăm", "percentage");

    [Theory]
    [InlineData("2025-Q5", "BAD_RANGE")]
    [InlineData("2025-06/2025-01", "BAD_RANGE")]
    [InlineData("2026", "TARGET_OUTSIDE_PLAN")]
    public Task A_period_that_does_not_fit(string range, string reason)
    {
        V1.Target target = Target();
        target.Range = range;
        return Refused(h => gateway.Plans.DraftPlanAsync(Draft("sai-ky", target), h), "targets[0].range", reason, range, "k", "month");
    }

    [Fact]
    public Task A_calendar_that_is_not_that_of_the_measures()
    {
        V1.Target target = Target();
        target.Calendar = V1.MonthCalendar.Administrative;
        return Refused(h => gateway.Plans.AssignTargetAsync(Assign(target), h), "target.calendar", GatewayReasons.OtherCalendar, "Administrative", "lịch", "calendar");
    }

    [Fact]
    public async Task An_issue_and_an_amendment_without_a_decision()
    {
        V1.IssuePlanRequest issue = Issue("khong-qd", "1");
        issue.Decision = null;
        await Refused(h => gateway.Plans.IssuePlanAsync(issue, h), "decision", PlanReasons.NoDecision, "", "quyết định", "decision");
        V1.AmendPlanRequest amend = Amend("khong-qd", "1", Target());
        amend.Decision = null;
        await Refused(h => gateway.Plans.AmendPlanAsync(amend, h), "decision", PlanReasons.NoDecision, "", "quyết định", "decision");
    }

    [Fact]
    public async Task A_decision_number_used_twice_by_one_issuer()
    {
        await gateway.Plans.DraftPlanAsync(Draft("hai-lan", Target()));
        await gateway.Plans.IssuePlanAsync(Issue("hai-lan", "4699/QĐ-UBND"));
        await Refused(
            h => gateway.Plans.AmendPlanAsync(Amend("hai-lan", "4699/QĐ-UBND", Target("1")), h), "decision.number", PlanReasons.DecisionUsed, "4699/QĐ-UBND", "đã dùng",
            "used this number");
    }

    [Fact]
    public async Task A_circle_of_inherited_targets()
    {
        gateway.Cluster.Unit("cam-tay").TargetReadings =
        [
            new TargetReading
            {
                Indicator = gateway.Indicator("tang-thu").Number,
                Range = new MonthRange(new Month(2025, 1), new Month(2025, 12)),
                Told = TargetKind.Inherited,
                Stated = new Target
                {
                    Indicator = gateway.Indicator("tang-thu").Number,
                    Range = new MonthRange(new Month(2025, 1), new Month(2025, 12)),
                    Kind = TargetKind.Inherited,
                    Reference = new TargetReference(new UnitId("cam-pha"), gateway.Indicator("tang-thu").Number, Tier.Assigned, null),
                },
            },
        ];
        await Refused(h => gateway.Plans.AssignTargetAsync(Assign(Inheriting("cam-tay")), h), "target.reference", GatewayReasons.InheritedInCircle, "cam-tay", "chính nó", "itself");
        await Refused(h => gateway.Plans.AssignTargetAsync(Assign(Inheriting("cam-pha")), h), "target.reference", GatewayReasons.InheritedInCircle, "cam-pha", "chính nó", "itself");
    }

    [Fact]
    public Task A_unit_that_is_followed_and_does_not_exist() => Refused(
        h => gateway.Plans.AssignTargetAsync(Assign(Inheriting("khong-co")), h), "target.reference.unit", GatewayReasons.UnitNotFound, "khong-co", "đơn vị", "unit");

    [Fact]
    public async Task Weights_that_sum_to_zero_and_a_unit_that_is_no_child()
    {
        HasTarget();
        await Refused(
            h => gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.ByWeights, new V1.AllotmentPart { Unit = "cam-tay", Weight = "0" }), h), "parts",
            GatewayReasons.WeightsAreZero, "", "trọng số", "weights");
        await Refused(
            h => gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.Equally, new V1.AllotmentPart { Unit = "cam-pha" }), h), "parts[0].unit", GatewayReasons.NotAChild, "cam-pha",
            "trực thuộc", "child");
        await Refused(
            h => gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.ByWeights, new V1.AllotmentPart { Unit = "cam-tay", Weight = "-1" }), h), "parts[0].weight",
            GatewayReasons.WeightNegative, "-1", "âm", "negative");
        gateway.CamPha.TargetReadings = [];
    }

    [Theory]
    [InlineData(V1.TargetKind.AtLeast, "", "5", "target.lower", TargetReasons.Missing)]
    [InlineData(V1.TargetKind.AtMost, "5", "", "target.upper", TargetReasons.Missing)]
    [InlineData(V1.TargetKind.Qualitative, "5", "", "target.lower", TargetReasons.NotOfKind)]
    [InlineData(V1.TargetKind.Inherited, "", "", "target.reference", TargetReasons.Missing)]
    [InlineData(V1.TargetKind.Composite, "", "", "target.components", TargetReasons.Missing)]
    public async Task A_kind_without_what_it_needs(V1.TargetKind kind, string lower, string upper, string field, string reason)
    {
        V1.Target target = Target(lower);
        (target.Kind, target.Upper) = (kind, upper);
        Assert.Contains($"{field} {reason}", (await Refusal.Of(gateway.Plans.AssignTargetAsync(Assign(target)))).FieldReasons);
    }

    private static V1.Target Ranged(string lower, string upper)
    {
        V1.Target target = Target(lower);
        (target.Kind, target.Upper) = (V1.TargetKind.Range, upper);
        return target;
    }

    private static V1.Target Inheriting(string unit) => new()
    {
        Indicator = "tang-thu",
        Range = "2025",
        Kind = V1.TargetKind.Inherited,
        Reference = new V1.TargetReference { Unit = unit },
    };

    private void HasTarget() => gateway.CamPha.TargetReadings =
    [
        new TargetReading
        {
            Indicator = gateway.Indicator("tong-thu").Number,
            Range = new MonthRange(new Month(2025, 1), new Month(2025, 12)),
            Lower = new TargetFigure(new Amount(507_800), Amount.Zero, 0),
        },
    ];

    private async Task Refused<T>(Func<Metadata, AsyncUnaryCall<T>> call, string field, string reason, string value, string vietnamese, string english)
    {
        (int targets, int plans) before = (gateway.CamPha.Targets.Count, gateway.CamPha.Plans.Count);
        foreach ((string language, string word) in new[] { ("vi", vietnamese), ("en", english) })
        {
            Refusal refusal = await Refusal.Of(call(GatewayHost.Speaking(language)));
            Google.Rpc.BadRequest.Types.FieldViolation violation = Assert.Single(refusal.Fields);
            Assert.Equal((field, reason), (violation.Field, violation.Reason));
            Assert.Contains(word, violation.LocalizedMessage?.Message ?? violation.Description, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(value, violation.LocalizedMessage?.Message ?? violation.Description, StringComparison.Ordinal);
        }

        Assert.Equal(before, (gateway.CamPha.Targets.Count, gateway.CamPha.Plans.Count));
    }
}
