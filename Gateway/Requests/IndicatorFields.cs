using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Finds the indicators that are named; what is none is noted.</summary>
internal static class IndicatorFields
{
    /// <summary>An indicator of the catalogue; null where there is none of this id.</summary>
    public static Indicator? KnownIndicator(this Violations found, CatalogueView view, string field, string id)
    {
        if (view.TryIndicator(id, out Indicator? indicator))
        {
            return indicator;
        }

        if (found.Id(field, id))
        {
            found.Add(GatewayReasons.UnknownIndicator, field, id);
        }

        return null;
    }

    /// <summary>The indicator that a target is on; null where there is none of this id. A measure is no indicator, and is told so.</summary>
    public static Indicator? TargetedIndicator(this Violations found, CatalogueView view, string field, string id)
    {
        if (!view.TryMeasure(id, out _))
        {
            return found.KnownIndicator(view, field, id);
        }

        found.Add(GatewayReasons.TargetOnMeasure, field, id);
        return null;
    }
}
