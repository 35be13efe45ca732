using Grpc.Core;

namespace Units.Gateway.Tests;

public sealed class TotalTests : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_ratio_is_pooled_and_comes_with_its_parts_and_its_unrounded_quotient()
    {
        Sums(("ho-so-qua-mang", GatewayHost.Sum(3845, presence: 2)), ("ho-so", GatewayHost.Sum(14270, presence: 3)));

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Indicators = { "ty-le-qua-mang" }, Range = "2025-01/2025-12" });

        V1.IndicatorTotal total = Assert.Single(response.Indicators);
        Assert.Equal(
            ("26.94", "3845", "14270", "26.944639103013314646", "2025"),
            (total.Value, total.Numerator, total.Denominator, total.Unrounded, total.Range));
        Assert.True(total.Reported);
        Assert.Equal(2, total.Statements);
        Assert.Equal((3L, 14L), (response.Version.Epoch, response.Version.N));
    }

    [Fact]
    public async Task What_is_not_reported_is_empty_and_not_0()
    {
        Sums(("ho-so", GatewayHost.Sum(0)), ("ho-so-qua-mang", GatewayHost.Sum(0, presence: 0)));

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(new V1.GetTotalsRequest
        {
            Unit = "cam-pha",
            Indicators = { "ty-le-qua-mang" },
            Measures = { "ho-so", "ho-so-qua-mang" },
            Range = "2025",
        });

        Assert.Equal(("", "", "", "0", false), Parts(response.Indicators[0]));
        Assert.Equal(("0", true), (response.Measures[0].Value, response.Measures[0].Reported));
        Assert.Equal(("", false), (response.Measures[1].Value, response.Measures[1].Reported));
    }

    [Fact]
    public async Task Estimates_and_at_least_are_told()
    {
        Sums(("thu-ngan-sach", GatewayHost.Sum(31_608_000, 2, estimated: 1_000, atLeast: 1)));

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Indicators = { "tong-thu" }, Measures = { "thu-ngan-sach" }, Range = "2025" });

        V1.IndicatorTotal total = response.Indicators[0];
        Assert.Equal(("31608", "1", true, true), (total.Value, total.Estimated, total.IsEstimate, total.AtLeast));
        Assert.Equal(("31608", true, true), (response.Measures[0].Value, response.Measures[0].IsEstimate, response.Measures[0].AtLeast));
    }

    [Fact]
    public async Task Growth_compares_with_the_same_months_a_year_before()
    {
        _gateway.CamPha.Sum = q => GatewayHost.Sum(q.Range.From.Year == 2026 ? 112_000 : 100_000);

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Indicators = { "tang-thu" }, Range = "2026-Q1" });

        V1.IndicatorTotal total = response.Indicators[0];
        Assert.Equal(("12", "12", "100"), (total.Value, total.Numerator, total.Denominator));
        Assert.Equal(["2026-Q1", "2025-Q1"], _gateway.CamPha.Queries.Single().Sums.Select(s => s.Range.ToString()));
    }

    [Fact]
    public async Task A_measure_by_category_has_the_unclassified_part_first()
    {
        _gateway.CamPha.Sum = q => GatewayHost.Sum(q.Category is { } category ? category + 1 : 6);

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Measures = { "ho-so" }, Range = "2025", ByCategory = true });

        Assert.Equal("6", response.Measures[0].Value);
        Assert.Equal(
            [("", "1"), ("truc-tiep", "2"), ("truc-tuyen", "3")], response.Measures[0].Categories.Select(c => (c.Category, c.Value)));
    }

    [Theory]
    [InlineData(Bound.AtLeast, 90_000L, "111.11", true)]
    [InlineData(Bound.AtMost, 90_000L, "111.11", false)]
    [InlineData(Bound.AtLeast, 100_000L, "100", true)]
    [InlineData(Bound.AtLeast, 100_001L, "100", false)]
    public async Task A_target_says_what_part_is_attained_and_whether_it_is_met(Bound bound, long target, string attained, bool met)
    {
        Sums(("thu-ngan-sach", GatewayHost.Sum(100_000)));
        MonthRange range = new(new Month(2025, 1), new Month(2025, 12));
        TargetFigure figure = new(new Amount(target), new Amount(80_000), 3);
        _gateway.CamPha.TargetReadings =
            [new TargetReading { Indicator = _gateway.Indicator("tong-thu").Number, Range = range, Lower = bound == Bound.AtLeast ? figure : default, Upper = bound == Bound.AtMost ? figure : default }];

        V1.GetTotalsResponse response = await _gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Indicators = { "tong-thu" }, Range = "2025" });

        V1.TargetTotal total = Assert.Single(response.Indicators[0].Targets);
        Assert.Equal((attained, met, "80", 3L), (total.AttainedPercent, total.Met, total.ChildrenSum, total.ChildrenCount));
        Assert.Equal(DecimalText.Format(new Amount(target), 3), total.Own);
    }

    [Fact]
    public async Task The_league_table_has_the_highest_first_equals_by_id_and_last_those_that_never_said_anything()
    {
        // The unit holds nothing of a leaf that never reported: only the registry knows it.
        await _gateway.Cluster.Registry.CreateUnit(new Unit
        {
            Id = new UnitId("khong-bao-cao"),
            Namings = [new UnitNaming(null, UnitKind.Ward, "Phường không báo cáo", "")],
            Edges = [new UnitEdge(Month.MinValue, new UnitId("cam-pha"))],
        });
        _gateway.CamPha.Children = _ =>
        [
            Child("cam-son", 1, 2), Child("cam-tay", 50, 100), Child("mong-duong", 2, 3),
        ];

        V1.CompareChildrenResponse response = await _gateway.Totals.CompareChildrenAsync(
            new V1.CompareChildrenRequest { Unit = "cam-pha", Indicator = "ty-le-qua-mang", Range = "2025" });

        Assert.Equal(
            [("mong-duong", 1, "66.67"), ("cam-son", 2, "50"), ("cam-tay", 2, "50"), ("khong-bao-cao", 0, "")],
            response.Children.Select(c => (c.Unit, c.Rank, c.Total.Value)));
        Assert.Equal("Phường CAM-SON", response.Children[1].DisplayName);

        static ChildTotals Child(string id, long numerator, long denominator) => new(
            new UnitId(id), new UnitVersion(0, 1),
            [GatewayHost.Sum(numerator, denominator > 0 ? 1 : 0), GatewayHost.Sum(denominator, denominator > 0 ? 1 : 0)], []);
    }

    [Fact]
    public async Task A_unit_that_is_not_in_step_serves_nothing_and_names_who_is_missing()
    {
        _gateway.CamPha.OnRead = (_, _) => Task.FromResult(new UnitTotals
        {
            Unit = new UnitId("cam-pha"),
            Version = default,
            InStep = false,
            Missing = [new UnitId("cam-tay"), new UnitId("cam-son")],
        });

        Refusal refusal = await Refusal.Of(_gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-pha", Measures = { "ho-so" }, Range = "2025" }));

        Assert.Equal((StatusCode.Unavailable, Reasons.NotInStep), (refusal.Code, refusal.Reason));
        Assert.Equal("cam-tay, cam-son", refusal.Info.Metadata["missing"]);
        Assert.True(refusal.Retry > TimeSpan.Zero);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_question_comes_at_once()
    {
        Refusal refusal = await Refusal.Of(_gateway.Totals.GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "X", Indicators = { "khong-co" }, Measures = { "ty-le-qua-mang" }, Range = "2025-Q5" }));

        Assert.Equal(
            [
                "unit BAD_IDENTIFIER", "range BAD_RANGE", "indicators[0] UNKNOWN_INDICATOR", "measures[0] UNKNOWN_MEASURE",
            ],
            refusal.FieldReasons);
    }

    [Theory]
    [InlineData("1900-01")]
    [InlineData("1900")]
    public async Task Growth_before_all_months_is_refused(string range)
    {
        Refusal refusal = await Refusal.Of(_gateway.Totals.CompareChildrenAsync(
            new V1.CompareChildrenRequest { Unit = "cam-pha", Indicator = "tang-thu", Range = range }));

        Assert.Equal(["range RANGE_TOO_EARLY"], refusal.FieldReasons);
    }

    [Fact]
    public async Task A_question_of_more_than_1000_sums_is_refused()
    {
        V1.GetTotalsRequest request = new() { Unit = "cam-pha", Range = "2025" };
        request.Indicators.AddRange(Enumerable.Repeat("ty-le-qua-mang", 501));

        Assert.Equal(["measures TOO_MANY_ITEMS"], (await Refusal.Of(_gateway.Totals.GetTotalsAsync(request))).FieldReasons);
    }

    private static (string, string, string, string, bool) Parts(V1.IndicatorTotal total) =>
        (total.Value, total.Unrounded, total.Numerator, total.Denominator, total.Reported);

    private void Sums(params (string Measure, SumReading Sum)[] sums)
    {
        Dictionary<int, SumReading> byNumber = sums.ToDictionary(s => _gateway.Measure(s.Measure).Number, s => s.Sum);
        _gateway.CamPha.Sum = query => byNumber.GetValueOrDefault(query.Measure.Number);
    }
}
