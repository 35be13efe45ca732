using System.Globalization;
using Units.Gateway.Caches;

namespace Units.Gateway.Planning;

/// <summary>A unit knows indicators by their numbers; who is refused is told their ids.</summary>
internal static class PlanViolations
{
    /// <summary>The answer with ids in place of numbers.</summary>
    public static SubmitResult Named(SubmitResult said, CatalogueView view) =>
        said.Violations.IsDefaultOrEmpty ? said : said with { Violations = [.. said.Violations.Select(violation => Named(violation, view))] };

    /// <summary>The value of these is a target: number of the indicator, range and tier.</summary>
    private static Violation Named(Violation violation, CatalogueView view)
    {
        string[] place = violation.Reason is PlanReasons.Twice or PlanReasons.OtherPlan ? violation.Value.Split(' ', 2) : [];
        return place.Length == 2 && int.TryParse(place[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && view.TryIndicator(number, out Indicator? indicator) ? violation with { Value = $"{indicator.Id.Text} {place[1]}" } : violation;
    }
}
