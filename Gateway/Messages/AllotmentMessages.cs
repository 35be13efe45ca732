using Units.Gateway.Caches;
using Units.Gateway.Planning;

namespace Units.Gateway.Messages;

/// <summary>Writes allotments on the wire.</summary>
internal static class AllotmentMessages
{
    /// <summary>The parts of an allotment.</summary>
    public static IEnumerable<V1.AllotmentPart> Of(Allotment allotment, CatalogueView view)
    {
        Indicator? indicator = view.TryIndicator(allotment.Target.Indicator, out Indicator? known) ? known : null;
        return indicator is null ? [] : allotment.Parts.Select(part => new V1.AllotmentPart
        {
            Unit = part.Child.Text,
            Weight = allotment.Rule == AllotmentRule.ByHand ? "" : DecimalText.Format(part.Weight, WeightScale(allotment.Rule, indicator, view)),
            Lower = Text(part.Lower, TargetPart.Lower, indicator, view),
            Upper = Text(part.Upper, TargetPart.Upper, indicator, view),
            Numerator = Text(part.Numerator, TargetPart.Numerator, indicator, view),
            Denominator = Text(part.Denominator, TargetPart.Denominator, indicator, view),
        });
    }

    /// <summary>What a child holds.</summary>
    public static V1.AllotmentPart Of(UnitId child, TargetReading? held, Indicator indicator, CatalogueView view) => new()
    {
        Unit = child.Text,
        Lower = Text(held?.Lower.Own, TargetPart.Lower, indicator, view),
        Upper = Text(held?.Upper.Own, TargetPart.Upper, indicator, view),
        Numerator = Text(held?.Numerator.Own, TargetPart.Numerator, indicator, view),
        Denominator = Text(held?.Denominator.Own, TargetPart.Denominator, indicator, view),
    };

    /// <summary>The figures that add up, each against the sum of the children's; one line that says so where none does.</summary>
    public static IEnumerable<V1.AllotmentFigure> Figures(TargetReading? reading, Indicator indicator, CatalogueView view)
    {
        List<V1.AllotmentFigure> figures = [];
        foreach (TargetPart part in TargetParts.Additive(indicator))
        {
            TargetFigure figure = TargetParts.Of(reading, part);
            if (!figure.IsEmpty)
            {
                figures.Add(Of(part, figure, TargetParts.ScaleOf(part, indicator, view)));
            }
        }

        if (figures.Count == 0)
        {
            bool adds = indicator.IsAdditive || reading is null;
            figures.Add(new V1.AllotmentFigure { State = adds ? V1.AllotmentState.None : V1.AllotmentState.NotAdditive });
        }

        return figures;
    }

    private static V1.AllotmentFigure Of(TargetPart part, TargetFigure figure, int scale)
    {
        bool both = figure is { Own: not null, ChildrenCount: > 0 };
        int order = both ? figure.ChildrenSum.CompareTo(figure.Own!.Value) : 0;
        return new V1.AllotmentFigure
        {
            Part = TargetMessages.NameOf(part),
            State = !both ? V1.AllotmentState.None : order == 0 ? V1.AllotmentState.Exact : order < 0 ? V1.AllotmentState.Under : V1.AllotmentState.Over,
            Own = TargetMessages.Text(figure.Own, scale),
            ChildrenSum = DecimalText.Format(figure.ChildrenSum, scale),
            Difference = both ? DecimalText.Format(figure.ChildrenSum - figure.Own!.Value, scale) : "",
            ChildrenCount = figure.ChildrenCount,
        };
    }

    private static int WeightScale(AllotmentRule rule, Indicator indicator, CatalogueView view) => rule switch
    {
        AllotmentRule.ByWeights => Allotment.WeightScale,
        AllotmentRule.ByLastYear => view.MeasuresOf(indicator).Numerator.Scale,
        _ => 0,
    };

    private static string Text(Amount? amount, TargetPart part, Indicator indicator, CatalogueView view) =>
        TargetMessages.Text(amount, TargetParts.ScaleOf(part, indicator, view));
}
