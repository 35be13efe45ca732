using Units.Gateway.Comparing;
using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of a unit, in words.</summary>
internal static class UnitWords
{
    /// <summary>The scheme of an identifier that marks units whose figures are invented.</summary>
    public const string DemoScheme = "units.demo";

    private static readonly (string Long, string Short)[] Kinds =
    [
        ("Phường ", "P. "), ("Xã ", "X. "), ("Đặc khu ", "ĐK. "), ("Thị trấn ", "TT. "), ("Thành phố ", "TP. "), ("Tỉnh ", ""), ("Huyện ", "H. "),
    ];

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

    /// <summary>Its kind at the end of a period.</summary>
    public static UnitKind Kind(Unit unit, MonthRange period) => unit.NamingOn(Children.LastDay(period.To)).Kind;

    /// <summary>A unit above those that it consists of: cả nước, toàn tỉnh; by its name where its kind has no such word.</summary>
    public static string Whole(Unit unit, MonthRange period, Language language)
    {
        bool isVi = language == Language.Vi;
        return Kind(unit, period) switch
        {
            UnitKind.Nation => isVi ? "Cả nước" : "Whole country",
            UnitKind.Province => isVi ? "Toàn tỉnh" : "Whole province",
            UnitKind.Municipality or UnitKind.City => isVi ? "Toàn thành phố" : "Whole city",
            _ => Name(unit, unit.Id, period, language),
        };
    }

    /// <summary>A name without its kind: Bình Chánh for Xã Bình Chánh. Names are found and ordered by it.</summary>
    public static string Bare(string name) => Kinds.FirstOrDefault(k => IsOf(name, k.Long)) is { Long: { } kind } ? name[kind.Length..] : name;

    /// <summary>A name with its kind in short, where there is little room: X. Bình Chánh, TP. Huế.</summary>
    public static string Short(string name) => Kinds.FirstOrDefault(k => IsOf(name, k.Long)) is { Long: { } kind } known ? known.Short + name[kind.Length..] : name;

    /// <summary>True where its figures are invented.</summary>
    public static bool IsDemo(Unit unit) => unit.Identifiers.Any(i => i.Scheme == DemoScheme);

    private static bool IsOf(string name, string kind) => name.StartsWith(kind, StringComparison.Ordinal) && name.Length > kind.Length;
}
