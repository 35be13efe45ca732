namespace Units.Gateway.Tests.Comparing;

public sealed class ComparisonTests : IAsyncLifetime
{
    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    private readonly GatewayHost _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Everything_about_several_indicators_comes_from_one_reading()
    {
        Revenue(now: 507_800, before: 400_000);
        _gateway.CamPha.TargetReadings =
        [
            Target("tong-thu", TargetKind.AtLeast, Tier.Assigned, lower: 507_800),
            Target("tong-thu", TargetKind.AtLeast, Tier.Resolution, lower: 850_000),
            Target("tang-thu", TargetKind.Range, Tier.Assigned, lower: 18_000_000, upper: 30_000_000),
        ];

        V1.GetComparisonsResponse response = await _gateway.Totals.GetComparisonsAsync(new V1.GetComparisonsRequest
        {
            Unit = "cam-pha",
            Indicators = { "tong-thu", "tang-thu" },
            Range = "2025",
            AsOf = "2025-12-31",
        });

        Assert.Single(_gateway.CamPha.Queries);
        V1.IndicatorComparison revenue = response.Indicators[0];
        Assert.Equal(("507.8", "126.95", "26.95", V1.ChangeUnit.PerCent), (revenue.Total.Value, revenue.YearBefore.Percent, revenue.YearBefore.Change, revenue.YearBefore.ChangeUnit));
        Assert.Equal(
            [("100", true, V1.TargetStatus.Attained), ("59.74", false, V1.TargetStatus.Behind)], revenue.Targets.Select(t => (t.Percent, t.Met, t.Status)));
        V1.TargetComparison growth = Assert.Single(response.Indicators[1].Targets);
        Assert.Equal(("26.95", "18", "30", true), (response.Indicators[1].Total.Value, growth.Lower, growth.Upper, growth.Met));
        Assert.Equal(("2025-12-31", "2025", 3L), (response.AsOf, response.Range, response.Version.Epoch));
    }

    [Fact]
    public async Task In_the_middle_of_the_year_half_is_expected_and_the_end_is_projected()
    {
        Revenue(now: 300_000, before: 100_000);
        _gateway.CamPha.TargetReadings = [Target("tong-thu", TargetKind.AtLeast, Tier.Assigned, lower: 500_000) with { Asked = Half }];

        V1.TargetComparison target = (await Compare("2025-01/2025-06", "2025-07-20", "tong-thu")).Indicators[0].Targets[0];

        Assert.Equal(("250", "50", "120", V1.TargetStatus.Ahead), (target.ExpectedLower, target.Difference, target.PercentOfExpected, target.Status));
        Assert.Equal(("600", "120", "2025-10-31", 6, false), (target.Projected, target.ProjectedPercent, target.MetOn, target.ElapsedMonths, target.Ended));
    }

    [Fact]
    public async Task A_year_of_which_half_is_over_is_held_against_half_of_the_year_before()
    {
        // Of July something is reported already; the year before is known whole.
        _gateway.CamPha.Sum = query => GatewayHost.Sum((query.Range.From.Year, query.Range.Length) switch
        {
            (2025, 6) => 300_000,
            (2025, _) => 320_000,
            (_, 6) => 200_000,
            _ => 700_000,
        });
        _gateway.CamPha.TargetReadings =
        [
            Target("tong-thu", TargetKind.Increase, Tier.Assigned), Target("tang-thu", TargetKind.AtLeast, Tier.Assigned, lower: 18_000_000),
        ];

        V1.GetComparisonsResponse response = await Compare("2025", "2025-07-20", "tong-thu", "tang-thu");

        V1.IndicatorComparison revenue = response.Indicators[0];
        Assert.Equal(("320", "200", "150", "50"), (revenue.Total.Value, revenue.YearBefore.Value, revenue.YearBefore.Percent, revenue.YearBefore.Change));
        Assert.Equal(("300", "2025-01/2025-06", true), (revenue.Targets[0].Value, revenue.Targets[0].ToDate, revenue.Targets[0].Met));
        V1.IndicatorComparison growth = response.Indicators[1];
        Assert.Equal(("50", "2025-01/2025-06"), (growth.Total.Value, growth.Total.Range));
        Assert.Equal(("2025-01/2025-06", true, V1.TargetStatus.Ahead, 6), (growth.Targets[0].ToDate, growth.Targets[0].Met, growth.Targets[0].Status, growth.Targets[0].ElapsedMonths));
        TargetQuery asked = _gateway.CamPha.Queries.Single().Targets.Single(t => t.Indicator == Number("tang-thu"));
        Assert.Equal((Year, new Month(2025, 6)), (asked.Range, asked.Until));
    }

    [Fact]
    public async Task Nothing_reported_is_no_value_with_the_reason_and_no_status()
    {
        _gateway.CamPha.TargetReadings = [Target("tong-thu", TargetKind.AtLeast, Tier.Assigned, lower: 1)];

        V1.IndicatorComparison shown = (await Compare("2025", "2025-12-31", "tong-thu")).Indicators[0];

        Assert.Equal(("", V1.Gap.NotReported, ""), (shown.Total.Value, shown.Gap, shown.Targets[0].Percent));
        Assert.Equal((false, V1.Gap.NotReported, V1.TargetStatus.NotYetAssessable), (shown.Targets[0].HasMet, shown.Targets[0].Gap, shown.Targets[0].Status));
    }

    [Fact]
    public async Task Of_children_it_is_told_by_name_who_has_attained_and_who_has_reported()
    {
        await _gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest
        {
            Measure = new V1.Measure { Id = "dat-chuan", Kind = V1.MeasureKind.Stock, DisplayName = "Đạt chuẩn", ReportedBy = { V1.UnitKind.City }, DueDay = 5 },
        });
        await _gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "so-dat-chuan",
                Formula = V1.FormulaKind.AttainedCount,
                Numerator = new V1.Term { Measure = "dat-chuan" },
                DisplayName = "Số đạt chuẩn",
                Kinds = { V1.UnitKind.City },
            },
        });
        _gateway.CamPha.Sum = _ => GatewayHost.Sum(1) with { Last = new Month(2025, 12) };
        _gateway.CamPha.Children = query =>
        [
            new ChildTotals(new UnitId("cam-son"), default, [.. query.ChildSums.Select(_ => GatewayHost.Sum(1) with { Last = new Month(2025, 12) })], []) { Stated = [.. query.ChildStated.Select(_ => (Month?)new Month(2025, 12))] },
            new ChildTotals(new UnitId("cam-tay"), default, [.. query.ChildSums.Select(_ => GatewayHost.Sum(0) with { Last = new Month(2025, 3) })], []) { Stated = [.. query.ChildStated.Select(_ => (Month?)new Month(2025, 3))] },
        ];

        V1.GetComparisonsResponse response = await Compare("2025", "2026-02-01", "so-dat-chuan");

        V1.AttainedUnits attained = response.Indicators[0].Attained;
        Assert.Equal(("1", 1L, 3L), (response.Indicators[0].Total.Value, attained.Attained, attained.Of));
        Assert.Equal("cam-son | cam-tay mong-duong", $"{string.Join(' ', attained.Units)} | {string.Join(' ', attained.Lacking)}");
        V1.MeasureCoverage coverage = Assert.Single(response.Coverages);
        Assert.Equal((3, 1, "2025-12", "33.33"), (coverage.Expected, coverage.Reported, coverage.DueMonth, coverage.Percent));
        Assert.Equal(["cam-tay", "mong-duong"], coverage.Late);
        Assert.Equal(["cam-son", "cam-tay", "mong-duong"], response.Children.Select(c => c.Unit));
    }

    [Fact]
    public async Task An_inherited_target_is_followed_as_it_stands_and_a_circle_is_told()
    {
        Revenue(now: 100_000, before: 1);
        Target inherits = new()
        {
            Indicator = Number("tong-thu"),
            Range = Year,
            Kind = TargetKind.Inherited,
            Reference = new TargetReference(new UnitId("cam-son"), Number("tong-thu"), Tier.Assigned, null),
        };
        _gateway.CamPha.TargetReadings = [Target("tong-thu", TargetKind.Inherited, Tier.Assigned) with { Stated = inherits }];
        FakeUnit followed = _gateway.Cluster.Unit("cam-son");
        followed.TargetReadings = [Target("tong-thu", TargetKind.AtLeast, Tier.Assigned, lower: 90_000)];
        V1.TargetComparison first = (await Compare("2025", "2025-12-31", "tong-thu")).Indicators[0].Targets[0];
        followed.TargetReadings = [Target("tong-thu", TargetKind.AtLeast, Tier.Assigned, lower: 110_000)];
        V1.TargetComparison then = (await Compare("2025", "2025-12-31", "tong-thu")).Indicators[0].Targets[0];
        followed.TargetReadings =
        [
            Target("tong-thu", TargetKind.Inherited, Tier.Assigned) with
            {
                Stated = inherits with { Reference = inherits.Reference! with { Unit = new UnitId("cam-pha") } },
            },
        ];
        V1.TargetComparison circle = (await Compare("2025", "2025-12-31", "tong-thu")).Indicators[0].Targets[0];

        Assert.Equal((true, "90"), (first.Met, first.Lower));
        Assert.Equal((false, "110", "cam-son"), (then.Met, then.Lower, then.Reference.Unit));
        Assert.Equal((false, V1.Gap.InheritedInCircle), (circle.HasMet, circle.Gap));
    }

    [Fact]
    public async Task A_headline_is_judged_by_components_that_nobody_asked_for()
    {
        Revenue(now: 507_800, before: 400_000);
        Target headline = new() { Indicator = Number("tong-thu"), Range = Year, Kind = TargetKind.Composite, Components = [Number("tang-thu")] };
        _gateway.CamPha.TargetReadings =
        [
            Target("tong-thu", TargetKind.Composite, Tier.Assigned) with { Stated = headline },
            Target("tang-thu", TargetKind.AtLeast, Tier.Assigned, lower: 18_000_000),
        ];

        V1.GetComparisonsResponse response = await Compare("2025", "2025-12-31", "tong-thu");

        V1.TargetComparison shown = Assert.Single(Assert.Single(response.Indicators).Targets);
        Assert.Equal((true, V1.TargetStatus.Attained, "tang-thu"), (shown.Met, shown.Status, Assert.Single(shown.Components).Indicator));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_question_comes_at_once()
    {
        Refusal refusal = await Refusal.Of(_gateway.Totals.GetComparisonsAsync(new V1.GetComparisonsRequest
        {
            Unit = "X",
            Indicators = { "khong-co", "tong-thu", "tong-thu" },
            Range = "2025",
            AsOf = "2025-13-01",
        }));

        Assert.Equal(
            ["unit BAD_IDENTIFIER", "as_of BAD_DATE", "indicators[0] UNKNOWN_INDICATOR", "indicators[2] DUPLICATE_ID"], refusal.FieldReasons);
    }

    private static MonthRange Half => new(new Month(2025, 1), new Month(2025, 6));

    private int Number(string indicator) => _gateway.Indicator(indicator).Number;

    private async Task<V1.GetComparisonsResponse> Compare(string range, string asOf, params string[] indicators) => await _gateway.Totals.GetComparisonsAsync(
        new V1.GetComparisonsRequest { Unit = "cam-pha", Indicators = { indicators }, Range = range, AsOf = asOf });

    private void Revenue(long now, long before) =>
        _gateway.CamPha.Sum = query => query.Range.From.Year == 2025 ? GatewayHost.Sum(now) : GatewayHost.Sum(before);

    private TargetReading Target(string indicator, TargetKind kind, Tier tier, long? lower = null, long? upper = null) => new()
    {
        Indicator = Number(indicator),
        Range = Year,
        Tier = tier,
        Told = kind,
        Asked = Year,
        Lower = lower is { } low ? new TargetFigure(new Amount(low), Amount.Zero, 0) : default,
        Upper = upper is { } high ? new TargetFigure(new Amount(high), Amount.Zero, 0) : default,
    };
}
