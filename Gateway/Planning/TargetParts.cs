using Units.Gateway.Caches;

namespace Units.Gateway.Planning;

/// <summary>The parts of targets on an indicator that are figures, and which of them add up over units.</summary>
internal static class TargetParts
{
    private static readonly TargetPart[] Bounds = [TargetPart.Lower, TargetPart.Upper];

    private static readonly TargetPart[] Planned = [TargetPart.Numerator, TargetPart.Denominator];

    /// <summary>Those that add up.</summary>
    public static TargetPart[] Additive(Indicator indicator) => indicator.IsAdditive ? Bounds : Planned;

    /// <summary>Decimals of a part.</summary>
    public static int ScaleOf(TargetPart part, Indicator indicator, CatalogueView view)
    {
        (Measure numerator, Measure? denominator) = view.MeasuresOf(indicator);
        return part switch
        {
            TargetPart.Numerator => numerator.Scale,
            TargetPart.Denominator => denominator?.Scale ?? 0,
            _ => IndicatorMath.TargetScale(indicator, numerator),
        };
    }

    /// <summary>A part of a target; null where it has none.</summary>
    public static Amount? Of(Target? target, TargetPart part) => part switch
    {
        TargetPart.Lower => target?.Lower,
        TargetPart.Upper => target?.Upper,
        TargetPart.Numerator => target?.Numerator,
        TargetPart.Denominator => target?.Denominator,
        _ => null,
    };

    /// <summary>A part of a reading.</summary>
    public static TargetFigure Of(TargetReading? reading, TargetPart part) => part switch
    {
        TargetPart.Lower => reading?.Lower ?? default,
        TargetPart.Upper => reading?.Upper ?? default,
        TargetPart.Numerator => reading?.Numerator ?? default,
        TargetPart.Denominator => reading?.Denominator ?? default,
        _ => default,
    };
}
