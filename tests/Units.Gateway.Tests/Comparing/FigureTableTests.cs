namespace Units.Gateway.Tests.Comparing;

public sealed class FigureTableTests : IAsyncLifetime
{
    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    private readonly GatewayHost _gateway = new();

    public async ValueTask InitializeAsync()
    {
        await _gateway.InitializeAsync();
        await _gateway.Cluster.Registry.CreateUnit(new Unit
        {
            Id = new UnitId("phong-van-hoa"),
            Namings = [new UnitNaming(null, UnitKind.Department, "Phòng Văn hóa", "")],
            Edges = [new UnitEdge(Month.MinValue, new UnitId("cam-pha"))],
        });
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Children_are_ranked_by_the_part_of_their_own_target_with_ties_and_those_without_apart()
    {
        Children(("cam-son", 90, 100), ("cam-tay", 45, 50), ("mong-duong", 99, 110), ("phong-van-hoa", 5, 0));

        V1.CompareChildrenResponse table = await Table(V1.Figure.PercentOfTarget);

        Assert.Equal([("cam-son", 1, "90"), ("cam-tay", 1, "90"), ("mong-duong", 1, "90")], table.Children.Select(c => (c.Unit, c.Rank, c.Figure)));
        Assert.Equal([("phong-van-hoa", 0, V1.Gap.NoTarget)], table.Unranked.Select(u => (u.Child.Unit, u.Child.Rank, u.Gap)));
    }

    [Fact]
    public async Task Kinds_may_be_chosen_and_mixed()
    {
        Children(("cam-son", 90, 100), ("phong-van-hoa", 95, 100));

        Assert.Equal(["phong-van-hoa", "cam-son"], (await Table(V1.Figure.Value)).Children.Select(c => c.Unit));
        Assert.Equal(["cam-son"], (await Table(V1.Figure.Value, kinds: V1.UnitKind.City)).Children.Select(c => c.Unit));
        V1.CompareChildrenResponse departments = await Table(V1.Figure.Value, kinds: V1.UnitKind.Department);
        Assert.Equal([("phong-van-hoa", V1.UnitKind.Department)], departments.Children.Select(c => (c.Unit, c.Kind)));
        Assert.Equal(["cam-tay", "mong-duong"], (await Table(V1.Figure.Value)).Unranked.Select(u => u.Child.Unit));
    }

    [Fact]
    public async Task The_change_of_rank_since_a_month_is_told()
    {
        Dictionary<string, (long Until, long Now)> values = new() { ["cam-son"] = (10, 50), ["cam-tay"] = (20, 40), ["mong-duong"] = (0, 30) };
        _gateway.CamPha.Children = query =>
        [
            .. values.Select(v => new ChildTotals(new UnitId(v.Key), default,
                [.. query.Sums.Select(s => s.Range.From.Year < 2025 ? default : GatewayHost.Sum(s.Range.Length == 12 ? v.Value.Now : v.Value.Until, s.Range.Length < 12 && v.Value.Until == 0 ? 0 : 1))], [])),
        ];

        V1.CompareChildrenResponse table = await Table(V1.Figure.Value, since: "2025-05");

        Assert.Equal([("cam-son", 1, 2), ("cam-tay", 2, 1), ("mong-duong", 3, 0)], table.Children.Select(c => (c.Unit, c.Rank, c.RankBefore)));
    }

    [Fact]
    public async Task The_best_status_is_first_and_the_least_value_where_less_is_better()
    {
        Children(("cam-son", 40, 100), ("cam-tay", 101, 100), ("mong-duong", 85, 100));
        Assert.Equal(["cam-tay", "mong-duong", "cam-son"], (await Table(V1.Figure.Status)).Children.Select(c => c.Unit));
        Children(TargetKind.AtMost, ("cam-son", 40, 100), ("cam-tay", 101, 100), ("mong-duong", 85, 100));
        Assert.Equal(["cam-son", "mong-duong", "cam-tay"], (await Table(V1.Figure.PercentOfTarget)).Children.Select(c => c.Unit));
        Assert.Equal(["cam-son", "mong-duong", "cam-tay"], (await Table(V1.Figure.PercentOfExpected)).Children.Select(c => c.Unit));
    }

    [Fact]
    public async Task A_time_outside_the_range_and_a_time_without_a_figure_are_refused()
    {
        Assert.Equal(["since SINCE_OUTSIDE_RANGE"], (await Refusal.Of(Ask(V1.Figure.Value, since: "2024-05"))).FieldReasons);
        Assert.Equal(["since SINCE_OUTSIDE_RANGE"], (await Refusal.Of(Ask(V1.Figure.Value, since: "2025-01-30"))).FieldReasons);
        Assert.Equal(["since NOT_TOGETHER"], (await Refusal.Of(Ask(V1.Figure.Unspecified, since: "2025-05"))).FieldReasons);
    }

    private async Task<V1.CompareChildrenResponse> Table(V1.Figure figure, string since = "", params V1.UnitKind[] kinds) => await Ask(figure, since, kinds);

    private Grpc.Core.AsyncUnaryCall<V1.CompareChildrenResponse> Ask(V1.Figure figure, string since = "", params V1.UnitKind[] kinds) =>
        _gateway.Totals.CompareChildrenAsync(new V1.CompareChildrenRequest
        {
            Unit = "cam-pha",
            Indicator = "tong-thu",
            Range = "2025",
            Figure = figure,
            Kinds = { kinds },
            AsOf = "2025-12-31",
            Since = since,
        });

    private void Children(params (string Unit, long Value, long Target)[] children) => Children(TargetKind.AtLeast, children);

    private void Children(TargetKind kind, params (string Unit, long Value, long Target)[] children) => _gateway.CamPha.Children = query =>
    [
        .. children.Select(c => new ChildTotals(
            new UnitId(c.Unit), default,
            [.. query.Sums.Select(s => s.Range.From.Year < 2025 ? default : GatewayHost.Sum(c.Value))],
            c.Target == 0 ? [] : [Target(kind, c.Target)])),
    ];

    private TargetReading Target(TargetKind kind, long bound)
    {
        TargetFigure figure = new(new Amount(bound), Amount.Zero, 0);
        return new TargetReading
        {
            Indicator = _gateway.Indicator("tong-thu").Number,
            Range = Year,
            Told = kind,
            Asked = Year,
            Lower = kind == TargetKind.AtLeast ? figure : default,
            Upper = kind == TargetKind.AtMost ? figure : default,
        };
    }
}
