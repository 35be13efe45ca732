using System.Globalization;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes units on the wire.</summary>
internal static class UnitMessages
{
    /// <summary>A unit.</summary>
    public static V1.Unit Of(Unit unit) => new()
    {
        Name = "units/" + unit.Id.Text,
        Id = unit.Id.Text,
        Namings =
        {
            unit.Namings.Select(n => new V1.Naming { From = Day(n.From), Kind = Enums.To(n.Kind), Name = n.Name, NameEn = n.NameEn }),
        },
        Edges = { unit.Edges.Select(e => new V1.Edge { From = e.From.ToString(), Parent = e.Parent.Text }) },
        Identifiers =
        {
            unit.Identifiers.Select(i => new V1.Identifier { Scheme = i.Scheme, Value = i.Value, From = Day(i.From), To = Day(i.To) }),
        },
        IdentityInferred = unit.IdentityInferred,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
