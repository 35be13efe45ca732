using Units.Gateway.Monitor.Reading;

namespace Units.Monitor.Tests.Figures;

public sealed class VarietyTests
{
    private static readonly TargetStatus[] Alike = [TargetStatus.Behind, TargetStatus.Behind, TargetStatus.Behind, TargetStatus.Behind];
    private static readonly TargetStatus[] Halves = [TargetStatus.Behind, TargetStatus.Behind, TargetStatus.Ahead, TargetStatus.Ahead];
    private static readonly TargetStatus[] All = [TargetStatus.Behind, TargetStatus.AtRisk, TargetStatus.OnCourse, TargetStatus.Ahead];

    [Fact]
    public void The_more_pairs_of_units_differ_the_more_varied_an_indicator_is()
    {
        Assert.Equal([0, 4 / 6.0, 1], new[] { Alike, Halves, All }.Select(Variety.Of));
        // Who has no status differs from nobody.
        Assert.Equal(1 / 6.0, Variety.Of([TargetStatus.Behind, TargetStatus.Ahead, TargetStatus.NotYetAssessable, TargetStatus.NotYetAssessable]));
        Assert.Equal(0, Variety.Of([TargetStatus.Behind]));
    }

    [Fact]
    public void A_map_opens_where_somebody_is_late_and_there_on_the_most_varied_indicator_the_first_of_equals()
    {
        (Indicator, TargetStatus)[] shown =
            [(Named(1), TargetStatus.OnCourse), (Named(2), TargetStatus.OnCourse), (Named(3), TargetStatus.OnCourse), (Named(4), TargetStatus.AtRisk)];
        Dictionary<int, Spread> Spreads(double ofLate) => new() { [1] = new(0.9, false), [2] = new(0.7, true), [3] = new(0.7, true), [4] = new(ofLate, true) };

        // Where the unit itself is late, if the map tells who else is; then where one of those below is; then wherever they differ.
        Assert.Equal((4, Opening.Late), Chosen(shown, Spreads(0.3)));
        Assert.Equal((2, Opening.LateBelow), Chosen(shown, Spreads(0.1)));
        Assert.Equal((1, Opening.Varied), Chosen(shown[..1], Spreads(0.1)));
    }

    [Fact]
    public void It_opens_on_none_where_nothing_differs()
    {
        Assert.Null(Variety.Most([(Named(1), TargetStatus.Behind)], new Dictionary<int, Spread> { [1] = new(0, true) }));
        Assert.Null(Variety.Most([], new Dictionary<int, Spread>()));
    }

    [Fact]
    public void Who_is_behind_or_at_risk_is_late()
    {
        Assert.True(Variety.Spread(Halves).HasLate);
        Assert.False(Variety.Spread([TargetStatus.OnCourse, TargetStatus.Ahead, TargetStatus.NotYetAssessable]).HasLate);
    }

    private static (int Number, Opening Why)? Chosen(IEnumerable<(Indicator, TargetStatus)> shown, Dictionary<int, Spread> spreads) =>
        Variety.Most(shown, spreads) is { } most ? (most.Indicator.Number, most.Why) : null;

    private static Indicator Named(int number) => new()
    {
        Id = new IndicatorId($"chi-tieu-{number}"),
        Number = number,
        Formula = FormulaKind.Amount,
        Numerator = new Term(new MeasureId("tu-so"), null),
        Name = "chỉ tiêu",
    };
}
