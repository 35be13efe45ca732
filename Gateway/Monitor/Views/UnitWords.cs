using Units.Gateway.Errors;
using Units.Gateway.Comparing;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of a unit, in words.</summary>
internal static class UnitWords
{
    /// <summary>The scheme of an identifier that marks units whose figures are invented.</summary>
    public const string DemoScheme = "units.demo";

    /// <summary>Its name at the end of a period; its id where the registry does not know it.</summary>
    public static string Name(Unit? unit, UnitId id, MonthRange period, Language language)
    {
        if (unit is null)
        {
            return id.Text;
        }

        UnitNaming naming = unit.NamingOn(Children.LastDay(period.To));
        return language == Language.En && naming.NameEn.Length > 0 ? naming.NameEn : naming.Name;
    }

    /// <summary>True where its figures are invented.</summary>
    public static bool IsDemo(Unit unit) => unit.Identifiers.Any(i => i.Scheme == DemoScheme);
}
