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
        Dictionary<int, Spread> spreads = new() { [1] = new(0.9, false), [2] = new(0.7, true), [3] = new(0.7, true), [4] = new(0.2, false) };

        Assert.Equal((2, true), Chosen(shown, spreads));
        // The unit itself is late by it, though none of those below is.
        Assert.Equal((4, true), Chosen(shown, spreads.Where(s => s.Key is 1 or 4).ToDictionary()));
        Assert.Equal((1, false), Chosen(shown[..3], spreads.Where(s => s.Key == 1).ToDictionary()));
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

    private static (int Number, bool IsLate)? Chosen(IEnumerable<(Indicator, TargetStatus)> shown, Dictionary<int, Spread> spreads) =>
        Variety.Most(shown, spreads) is { } most ? (most.Indicator.Number, most.IsLate) : null;

    private static Indicator Named(int number) => new()
    {
        Id = new IndicatorId($"chi-tieu-{number}"),
        Number = number,
        Formula = FormulaKind.Amount,
        Numerator = new Term(new MeasureId("tu-so"), null),
        Name = "chỉ tiêu",
    };
}
