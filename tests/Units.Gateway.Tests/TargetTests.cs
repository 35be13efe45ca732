namespace Units.Gateway.Tests;

public sealed class TargetTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_target_on_an_amount_is_in_the_scale_of_its_measure_and_adds_up()
    {
        V1.AssignTargetRequest request = Target("tong-thu", "507.8");
        V1.AssignTargetResponse first = await gateway.Plans.AssignTargetAsync(request);
        V1.AssignTargetResponse again = await gateway.Plans.AssignTargetAsync(request);

        TargetAssignment target = gateway.CamPha.Targets.First(t => t.RequestId.Text == request.RequestId);
        Assert.True(target.Additive);
        Assert.Equal((new Amount(507_800), Bound.AtMost, "2025"), (target.Value, target.Bound, target.Range.ToString()));
        Assert.True(again.Repeated);
        Assert.Equal(first.Receipt, again.Receipt);
    }

    [Fact]
    public async Task A_target_on_a_ratio_is_a_threshold_with_six_decimals()
    {
        V1.AssignTargetRequest request = Target("ty-le-qua-mang", "95.5");
        await gateway.Plans.AssignTargetAsync(request);

        TargetAssignment target = gateway.CamPha.Targets.First(t => t.RequestId.Text == request.RequestId);
        Assert.False(target.Additive);
        Assert.Equal(new Amount(95_500_000), target.Value);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_target_comes_at_once()
    {
        Refusal refusal = await Refusal.Of(gateway.Plans.AssignTargetAsync(new V1.AssignTargetRequest
        {
            Unit = "cam-pha",
            Indicator = "khong-co",
            Range = "sang năm",
            Value = "1.1234567",
        }));

        Assert.Equal(
            [
                "bound FIELD_REQUIRED", "indicator UNKNOWN_INDICATOR", "range BAD_RANGE", "request_id FIELD_REQUIRED",
                "source FIELD_REQUIRED", "value TOO_MANY_DECIMALS",
            ],
            refusal.FieldReasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_target_has_no_value()
    {
        V1.AssignTargetRequest request = Target("tong-thu", "");
        request.Withdrawn = true;
        await gateway.Plans.AssignTargetAsync(request);
        request.Value = "1";

        Assert.Equal(["value NOT_TOGETHER"], (await Refusal.Of(gateway.Plans.AssignTargetAsync(request))).FieldReasons);
    }

    [Fact]
    public async Task One_request_id_with_two_contents_is_refused()
    {
        V1.AssignTargetRequest request = Target("tong-thu", "1");
        await gateway.Plans.AssignTargetAsync(request);
        request.Value = "2";

        Assert.Equal(["request_id REPORT_ID_REUSED"], (await Refusal.Of(gateway.Plans.AssignTargetAsync(request))).FieldReasons);
    }

    private static V1.AssignTargetRequest Target(string indicator, string value) => new()
    {
        Unit = "cam-pha",
        Source = "ubnd-tinh",
        RequestId = Sample.NewId(),
        Indicator = indicator,
        Range = "2025",
        Bound = V1.Bound.AtMost,
        Value = value,
    };
}
