using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads a unit that is to be created.</summary>
internal static class UnitParser
{
    /// <summary>The most namings, edges and identifiers of a unit, each.</summary>
    public const int MaxItems = 100;

    /// <summary>Reads a unit; what breaks a rule is noted.</summary>
    public static Unit Parse(V1.Unit sent, Violations found)
    {
        UnitId id = found.Unit("unit.id", sent.Id);
        found.Items("unit.namings", sent.Namings.Count, MaxItems);
        found.Items("unit.edges", sent.Edges.Count, MaxItems);
        found.Items("unit.identifiers", sent.Identifiers.Count, MaxItems);
        if (sent.Namings.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "unit.namings", "");
        }

        return new Unit
        {
            Id = id,
            Namings = Namings(sent, found),
            Edges = Edges(sent, found),
            Identifiers = [.. sent.Identifiers.Take(MaxItems).Select((identifier, i) => Identifier(identifier, At("unit.identifiers", i), found))],
            IdentityInferred = sent.IdentityInferred,
        };
    }

    private static ImmutableArray<UnitNaming> Namings(V1.Unit sent, Violations found)
    {
        ImmutableArray<UnitNaming>.Builder namings = ImmutableArray.CreateBuilder<UnitNaming>();
        foreach (V1.Naming naming in sent.Namings.Take(MaxItems))
        {
            string path = At("unit.namings", namings.Count);
            DateOnly? from = found.Date(path + ".from", naming.From);
            if (namings.Count > 0 && naming.From.Length == 0)
            {
                found.Add(GatewayReasons.FieldRequired, path + ".from", "");
            }
            else if (namings.Count > 0 && from is not null && namings[^1].From is { } before && from <= before)
            {
                found.Add(GatewayReasons.DatesOutOfOrder, path + ".from", naming.From);
            }

            namings.Add(new UnitNaming(
                from,
                Enums.From(found.Choice(path + ".kind", naming.Kind)),
                found.Text(path + ".name", naming.Name, Fields.MaxName, required: true),
                found.Text(path + ".name_en", naming.NameEn, Fields.MaxName)));
        }

        return namings.ToImmutable();
    }

    private static ImmutableArray<UnitEdge> Edges(V1.Unit sent, Violations found)
    {
        ImmutableArray<UnitEdge>.Builder edges = ImmutableArray.CreateBuilder<UnitEdge>();
        foreach (V1.Edge edge in sent.Edges.Take(MaxItems))
        {
            string path = At("unit.edges", edges.Count);
            Month? from = found.Month(path + ".from", edge.From);
            UnitId parent = found.Unit(path + ".parent", edge.Parent);
            if (parent.Text.Length > 0 && string.Equals(edge.Parent, sent.Id, StringComparison.Ordinal))
            {
                found.Add(GatewayReasons.OwnParent, path + ".parent", edge.Parent);
            }

            if (edges.Count > 0 && from is { } month && month <= edges[^1].From)
            {
                found.Add(GatewayReasons.DatesOutOfOrder, path + ".from", edge.From);
            }

            edges.Add(new UnitEdge(from ?? default, parent));
        }

        return edges.ToImmutable();
    }

    private static UnitIdentifier Identifier(V1.Identifier sent, string path, Violations found)
    {
        DateOnly? from = found.Date(path + ".from", sent.From);
        DateOnly? to = found.Date(path + ".to", sent.To);
        if (to < from)
        {
            found.Add(GatewayReasons.DatesOutOfOrder, path + ".to", sent.To);
        }

        return new UnitIdentifier(
            found.Text(path + ".scheme", sent.Scheme, Fields.MaxCode, required: true),
            found.Text(path + ".value", sent.Value, Fields.MaxCode, required: true),
            from, to);
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
