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
    public void A_map_opens_on_the_most_varied_indicator_the_first_of_equals_and_on_none_where_nothing_differs()
    {
        Indicator[] indicators = [Named(1), Named(2), Named(3)];

        Assert.Equal(2, Variety.Most(indicators, new Dictionary<int, double> { [1] = 0.2, [2] = 0.7, [3] = 0.7 })?.Number);
        Assert.Null(Variety.Most(indicators, new Dictionary<int, double> { [1] = 0 }));
        Assert.Null(Variety.Most([], new Dictionary<int, double>()));
    }

    private static Indicator Named(int number) => new()
    {
        Id = new IndicatorId($"chi-tieu-{number}"),
        Number = number,
        Formula = FormulaKind.Amount,
        Numerator = new Term(new MeasureId("tu-so"), null),
        Name = "chỉ tiêu",
    };
}
