using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads a term of a formula: a measure, or one category of it.</summary>
internal static class TermParser
{
    /// <summary>Reads one that must be given; what breaks a rule is noted.</summary>
    public static Term? Parse(V1.Term? sent, string path, CatalogueView catalogue, Violations found, out Measure? measure)
    {
        measure = null;
        if (sent is null)
        {
            found.Add(GatewayReasons.FieldRequired, path, "");
            return null;
        }

        if (!found.Id(path + ".measure", sent.Measure))
        {
            return null;
        }

        if (!catalogue.TryMeasure(sent.Measure, out measure))
        {
            found.Add(GatewayReasons.UnknownMeasure, path + ".measure", sent.Measure);
            return null;
        }

        if (!CategoryText.TryFind(measure, sent.Category, out ushort? category))
        {
            found.Add(GatewayReasons.UnknownCategory, path + ".category", sent.Category, sent.Measure);
        }

        return new Term(measure.Id, category);
    }
}
