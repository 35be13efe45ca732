namespace Units.Gateway.Tests;

public sealed class FormulaTests
{
    private static readonly MonthRange Year = new(new Month(2025, 1), new Month(2025, 12));

    private static readonly Measure Count = new() { Id = new MeasureId("dem"), Number = 1, Kind = MeasureKind.Flow, Scale = 0, Name = "đếm" };

    private static readonly Measure Money = Count with { Id = new MeasureId("tien"), Number = 2, Scale = 3 };

    [Theory]
    [InlineData(248, 301, "82.39")]
    [InlineData(929, 3553, "26.15")]
    [InlineData(2916, 10717, "27.21")]
    [InlineData(3845, 14270, "26.94")]
    [InlineData(162867, 163089, "99.86")]
    [InlineData(47336, 47467, "99.72")]
    [InlineData(114, 47467, "0.24")]
    [InlineData(17, 47467, "0.04")]
    public void Published_percentages_come_back_at_their_printed_precision(long numerator, long denominator, string printed) =>
        Assert.Equal(printed, Ratio(numerator, denominator).Quotient!.Value.Rounded(2));

    [Fact]
    public void One_more_in_the_numerator_changes_the_quotient()
    {
        Assert.Equal("26.95", Ratio(3846, 14270).Quotient!.Value.Rounded(2));
        Assert.NotEqual(Ratio(3845, 14270).Quotient!.Value.Unrounded(), Ratio(3846, 14270).Quotient!.Value.Unrounded());
    }

    [Theory]
    [InlineData(1, 800, "0.13")]
    [InlineData(-1, 800, "-0.13")]
    [InlineData(1, 801, "0.12")]
    [InlineData(5, 1000, "0.5")]
    public void A_half_is_rounded_away_from_zero(long numerator, long denominator, string printed) =>
        Assert.Equal(printed, Ratio(numerator, denominator).Quotient!.Value.Rounded(2));

    [Fact]
    public void A_ratio_over_0_is_missing_though_reported()
    {
        IndicatorValue value = Ratio(5, 0);

        Assert.Null(value.Quotient);
        Assert.True(value.Reported);
        Assert.Equal(new Amount(5), value.Numerator);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_ratio_is_missing_when_either_part_is_not_reported(long numeratorPresence, long denominatorPresence)
    {
        IndicatorValue value = new Formula(Of(FormulaKind.Ratio, Count, Count), Count, Count).Compute(
            [GatewayHost.Sum(5, numeratorPresence), GatewayHost.Sum(5, denominatorPresence)]);

        Assert.Null(value.Quotient);
        Assert.False(value.Reported);
    }

    [Theory]
    [InlineData(112, 100, "12")]
    [InlineData(100, 112, "-10.71")]
    [InlineData(5, 0, null)]
    public void Growth_is_the_change_in_per_cent_of_the_year_before(long now, long before, string? printed)
    {
        IndicatorValue value = new Formula(Of(FormulaKind.Growth, Money), Money).Compute([GatewayHost.Sum(now), GatewayHost.Sum(before)]);

        Assert.Equal(printed, value.Quotient?.Rounded(2));
    }

    [Fact]
    public void Growth_is_missing_when_either_year_is_not_reported() => Assert.Null(new Formula(
        Of(FormulaKind.Growth, Money), Money).Compute([GatewayHost.Sum(5), GatewayHost.Sum(5, presence: 0)]).Quotient);

    [Fact]
    public void A_weighted_mean_divides_amounts_of_different_scales()
    {
        Indicator mean = Of(FormulaKind.WeightedMean, Money, Count) with { Factor = 1 };
        IndicatorValue value = new Formula(mean, Money, Count).Compute([GatewayHost.Sum(10_500), GatewayHost.Sum(4)]);

        Assert.Equal("2.63", value.Quotient!.Value.Rounded(2));
        Assert.Equal("2.625", value.Quotient!.Value.Unrounded());
    }

    [Fact]
    public void An_amount_is_itself()
    {
        Indicator amount = Of(FormulaKind.Amount, Money) with { Factor = 1 };

        Assert.Equal("31608.123", new Formula(amount, Money).Compute([GatewayHost.Sum(31_608_123)]).Quotient!.Value.Rounded(3));
        Assert.Null(new Formula(amount, Money).Compute([GatewayHost.Sum(0, presence: 0)]).Quotient);
    }

    [Fact]
    public void A_ratio_attains_a_threshold_in_its_own_terms()
    {
        IndicatorValue value = Ratio(3845, 14270);

        Assert.Equal("53.89", IndicatorMath.Attained(value, new Amount(50_000_000), TargetAssignment.RatioScale)!.Value.Rounded(2));
        Assert.False(IndicatorMath.IsMet(value, Bound.AtLeast, new Amount(26_944_640), TargetAssignment.RatioScale));
        Assert.True(IndicatorMath.IsMet(value, Bound.AtLeast, new Amount(26_944_639), TargetAssignment.RatioScale));
    }

    [Fact]
    public void Nothing_is_attained_of_a_target_of_0_but_it_may_be_met()
    {
        Assert.Null(IndicatorMath.Attained(Ratio(1, 2), Amount.Zero, 6));
        Assert.False(IndicatorMath.IsMet(Ratio(1, 2), Bound.AtMost, Amount.Zero, 6));
        Assert.Null(IndicatorMath.IsMet(Ratio(1, 0), Bound.AtMost, Amount.Zero, 6));
    }

    [Fact]
    public void Quotients_compare_by_value()
    {
        Assert.Equal(0, new Quotient(1, 0, 2, 0, 100).CompareTo(new Quotient(500, 1, 10, 0, 10)));
        Assert.True(new Quotient(1, 0, -2, 0, 100).CompareTo(new Quotient(0, 0, 5, 0, 100)) < 0);
    }

    private static IndicatorValue Ratio(long numerator, long denominator) => new Formula(
        Of(FormulaKind.Ratio, Count, Count), Count, Count).Compute([GatewayHost.Sum(numerator), GatewayHost.Sum(denominator)]);

    private static Indicator Of(FormulaKind formula, Measure numerator, Measure? denominator = null)
    {
        Indicator indicator = new()
        {
            Id = new IndicatorId("chi-tieu"),
            Formula = formula,
            Numerator = new Term(numerator.Id, null),
            Denominator = denominator is null ? null : new Term(denominator.Id, null),
            Factor = 100,
            Name = "chỉ tiêu",
        };
        Assert.Equal(formula == FormulaKind.Amount ? 1 : 2, new Formula(indicator, numerator, denominator).Over(Year).Length);
        return indicator;
    }
}
