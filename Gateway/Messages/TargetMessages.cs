using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes targets on the wire.</summary>
internal static class TargetMessages
{
    /// <summary>The name of a part.</summary>
    public static string NameOf(TargetPart part) => part switch
    {
        TargetPart.Lower => "lower",
        TargetPart.Upper => "upper",
        TargetPart.Numerator => "numerator",
        TargetPart.Denominator => "denominator",
        TargetPart.Assessment => "assessment",
        TargetPart.Kind => "kind",
        TargetPart.Course => "course",
        _ => "step",
    };

    /// <summary>A target with its words. Units that it names and the caller does not see are left out before.</summary>
    public static V1.Target Of(Target target, CatalogueView view)
    {
        if (!view.TryIndicator(target.Indicator, out Indicator? indicator))
        {
            return new V1.Target();
        }

        (Measure numerator, Measure? denominator) = view.MeasuresOf(indicator);
        int scale = IndicatorMath.TargetScale(indicator, numerator);
        return new V1.Target
        {
            Indicator = indicator.Id.Text,
            Range = target.Range.ToString(),
            Tier = TargetEnums.To(target.Tier),
            Kind = TargetEnums.To(target.Kind),
            Lower = Text(target.Lower, scale),
            Upper = Text(target.Upper, scale),
            Numerator = Text(target.Numerator, numerator.Scale),
            Denominator = Text(target.Denominator, denominator?.Scale ?? 0),
            Members = { target.Members.Select(member => member.Text) },
            Reference = target.Reference is { } reference ? Of(reference, view) : null,
            Components = { target.Components.Select(number => IdOf(number, view)) },
            Course = target.Course == TargetCourse.Even ? null : Of(target.Course, scale),
            Words = target.Words,
            Decision = Of(target.Decision),
            Assessment = target.Kind == TargetKind.Qualitative ? TargetEnums.To(target.Assessment) : V1.Assessment.Unspecified,
            Evidence = target.Evidence,
            Calendar = Enums.To(numerator.Calendar),
        };
    }

    /// <summary>A decision; null for none.</summary>
    public static V1.Decision? Of(Decision? decision) => decision is null ? null : new V1.Decision
    {
        Number = decision.Number,
        Date = TotalMessages.Day(decision.Date),
        Issuer = decision.Issuer,
    };

    /// <summary>An amount; empty for none.</summary>
    public static string Text(Amount? amount, int scale) => amount is { } said ? DecimalText.Format(said, scale) : "";

    /// <summary>What a target follows.</summary>
    public static V1.TargetReference Of(TargetReference reference, CatalogueView view) => new()
    {
        Unit = reference.Unit.Text,
        Indicator = IdOf(reference.Indicator, view),
        Tier = TargetEnums.To(reference.Tier),
        Range = reference.Range?.ToString() ?? "",
    };

    private static V1.TargetCourse Of(TargetCourse course, int scale) => new()
    {
        Kind = TargetEnums.To(course.Kind),
        Steps = { course.Steps.Select(step => DecimalText.Format(step, course.Kind == CourseKind.Shares ? TargetParser.ShareScale : scale)) },
    };

    /// <summary>The id of an indicator; empty where the catalogue lacks its number.</summary>
    public static string IdOf(int number, CatalogueView view) => view.TryIndicator(number, out Indicator? indicator) ? indicator.Id.Text : "";
}
