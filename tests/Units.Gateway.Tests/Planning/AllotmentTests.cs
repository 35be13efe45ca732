using static Units.Gateway.Tests.Planning.PlanSamples;

namespace Units.Gateway.Tests.Planning;

/// <summary>A unit allots its target to its children, to the last unit, and sees how what they hold stands to the whole.</summary>
public sealed class AllotmentTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private static readonly string[] Wards = ["cam-son", "cam-tay", "mong-duong"];

    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    [Fact]
    public async Task Equal_parts_add_up_and_what_is_left_goes_to_the_first_ids()
    {
        Standing(100_000);
        V1.AllotTargetRequest request = Allot(V1.AllotmentRule.Equally);
        V1.AllotTargetResponse response = await gateway.Plans.AllotTargetAsync(request);

        Assert.Equal(["cam-son 33.334", "cam-tay 33.333", "mong-duong 33.333"], response.Parts.Select(p => $"{p.Unit} {p.Lower}"));
        Assert.Equal(
            [new Amount(33_334), new Amount(33_333), new Amount(33_333)],
            Wards.Select(child => gateway.Cluster.Unit(child).Targets.Last().Stated!.Lower!.Value));

        // What the children have reported since, or a target that is another by now, changes nothing of an allotment that was begun.
        Standing(900_000);
        V1.AllotTargetResponse again = await gateway.Plans.AllotTargetAsync(request);
        Assert.True(again.Repeated);
        Assert.Equal(response.Parts, again.Parts);
        Assert.Equal(1, gateway.CamPha.Plans.Count(e => e.Allotment?.RequestId.Text == request.RequestId));
    }

    [Fact]
    public async Task By_weights_by_last_year_and_by_hand()
    {
        Standing(100_000);
        V1.AllotTargetResponse weighted = await gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.ByWeights, Weight("cam-tay", "1"), Weight("cam-son", "2.5")));
        Assert.Equal(["cam-son 71.429", "cam-tay 28.571"], weighted.Parts.Select(p => $"{p.Unit} {p.Lower}"));

        gateway.CamPha.Children = query => [Reported("cam-tay", 30_000), Reported("cam-son", 10_000)];
        V1.AllotTargetResponse byLastYear = await gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.ByLastYear));
        Assert.Equal(["cam-son 25 10", "cam-tay 75 30", "mong-duong 0 0"], byLastYear.Parts.Select(p => $"{p.Unit} {p.Lower} {p.Weight}"));
        Assert.Equal("2024", gateway.CamPha.Queries.Last().Sums.Single().Range.ToString());

        V1.AllotTargetResponse byHand = await gateway.Plans.AllotTargetAsync(
            Allot(V1.AllotmentRule.ByHand, new V1.AllotmentPart { Unit = "cam-tay", Lower = "40" }, new V1.AllotmentPart { Unit = "cam-son", Lower = "50" }));
        Assert.Equal(["cam-son 50", "cam-tay 40"], byHand.Parts.Select(p => $"{p.Unit} {p.Lower}"));
        gateway.CamPha.Children = _ => [];
    }

    [Fact]
    public async Task What_if_shows_the_effect_on_every_unit_above_and_changes_nothing()
    {
        Standing(100_000, childrenSum: 90_000, childrenCount: 3);
        V1.AllotTargetRequest request = Allot(V1.AllotmentRule.Equally);
        request.ValidateOnly = true;
        int before = gateway.Cluster.Unit("cam-tay").Targets.Count;
        V1.AllotTargetResponse response = await gateway.Plans.AllotTargetAsync(request);
        V1.TargetEffect effect = Assert.Single(response.Effects);
        Assert.Equal(("cam-pha", "lower", "100", "100", "100", "100"),
            (effect.Unit, effect.Part, effect.OwnBefore, effect.OwnAfter, effect.PassedUpBefore, effect.PassedUpAfter));
        Assert.Null(response.Receipt);
        Assert.Equal(before, gateway.Cluster.Unit("cam-tay").Targets.Count);

        V1.AssignTargetRequest assign = Assign(Target("40"));
        (assign.Unit, assign.ValidateOnly) = ("cam-tay", true);
        gateway.Cluster.Unit("cam-tay").TargetReadings = [];
        V1.TargetEffect[] effects = [.. (await gateway.Plans.AssignTargetAsync(assign)).Effects];
        Assert.Equal(["cam-tay  40  40", "cam-pha 90 130 100 100"],
            [$"{effects[0].Unit} {effects[0].OwnBefore} {effects[0].OwnAfter} {effects[0].PassedUpBefore} {effects[0].PassedUpAfter}",
                $"{effects[1].Unit} {effects[1].ChildrenBefore} {effects[1].ChildrenAfter} {effects[1].PassedUpBefore} {effects[1].PassedUpAfter}"]);
    }

    [Theory]
    [InlineData(90_000, V1.AllotmentState.Under, "-10")]
    [InlineData(100_000, V1.AllotmentState.Exact, "0")]
    [InlineData(110_000, V1.AllotmentState.Over, "10")]
    public async Task The_sum_of_the_children_is_held_against_the_whole(long sum, V1.AllotmentState state, string difference)
    {
        Standing(100_000, sum, 3);
        V1.AllotmentFigure figure = Assert.Single((await gateway.Plans.GetAllotmentAsync(new V1.GetAllotmentRequest { Unit = "cam-pha", Indicator = "tong-thu", Range = "2025" })).Figures);
        Assert.Equal((state, difference, "100", 3), (figure.State, figure.Difference, figure.Own, figure.ChildrenCount));
    }

    [Fact]
    public async Task Of_a_ratio_numerator_and_denominator_are_held_against_the_whole_and_without_them_nothing_is()
    {
        int indicator = gateway.Indicator("ty-le-qua-mang").Number;
        TargetReading ratio = new() { Indicator = indicator, Range = Year, Told = TargetKind.AtLeast, Lower = new TargetFigure(new Amount(95_000_000), Amount.Zero, 0) };
        V1.GetAllotmentRequest question = new() { Unit = "cam-pha", Indicator = "ty-le-qua-mang", Range = "2025" };
        gateway.CamPha.TargetReadings = [ratio];
        Assert.Equal(V1.AllotmentState.NotAdditive, Assert.Single((await gateway.Plans.GetAllotmentAsync(question)).Figures).State);
        V1.AllotTargetRequest split = Allot(V1.AllotmentRule.Equally);
        split.Indicator = "ty-le-qua-mang";
        Assert.Equal(["indicator ALLOTMENT_NOT_ADDITIVE"], (await Refusal.Of(gateway.Plans.AllotTargetAsync(split))).FieldReasons);

        gateway.CamPha.TargetReadings =
            [ratio with { Numerator = new TargetFigure(new Amount(95), new Amount(90), 2), Denominator = new TargetFigure(new Amount(100), new Amount(100), 2) }];
        Assert.Equal(
            ["numerator Under -5", "denominator Exact 0"],
            (await gateway.Plans.GetAllotmentAsync(question)).Figures.Select(f => $"{f.Part} {f.State} {f.Difference}"));
    }

    [Fact]
    public async Task Nothing_is_allotted_of_a_target_that_is_not_set()
    {
        gateway.CamPha.TargetReadings = [];
        Assert.Equal(GatewayReasons.NothingToAllot, (await Refusal.Of(gateway.Plans.AllotTargetAsync(Allot(V1.AllotmentRule.Equally)))).Reason);
    }

    private static V1.AllotmentPart Weight(string unit, string weight) => new() { Unit = unit, Weight = weight };

    private static ChildTotals Reported(string child, long amount) => new(new UnitId(child), new UnitVersion(0, 1), [GatewayHost.Sum(amount)], []);

    private void Standing(long own, long childrenSum = 0, long childrenCount = 0) => gateway.CamPha.TargetReadings =
    [
        new TargetReading
        {
            Indicator = gateway.Indicator("tong-thu").Number,
            Range = Year,
            Lower = new TargetFigure(new Amount(own), new Amount(childrenSum), childrenCount),
        },
    ];
}
