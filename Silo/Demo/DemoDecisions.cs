using System.Globalization;

namespace Units.Silo.Demo;

/// <summary>The decisions of the demo country, each by the body that has to take it: the National Assembly and the Prime Minister for the country, the council
/// and the committee of a province for what is below. All are invented, and say so.</summary>
internal static class DemoDecisions
{
    // Terms of five years; the one of 2021 to 2026 is the fifteenth, and resolves the years up to 2026.
    private const int FirstTermYear = 2021;
    private const int FirstTerm = 15;
    private const int TermYears = 5;

    // Numbers of the decisions of a committee begin here at the end of a year, and differ by province and field.
    private const int FirstOfCommittee = 2_400;
    private const int Committees = 2_300;
    private const int OfField = 13;

    // So do those of the resolutions of a council.
    private const int FirstOfCouncil = 31;
    private const int Councils = 60;

    /// <summary>What sets the targets of a field.</summary>
    public static V1.Decision OfCountry(DemoField field, int year) => field.IsByAssembly
        ? Decision(string.Create(CultureInfo.InvariantCulture, $"{field.Number}/{year - 1}/QH{FirstTerm + ((year - 1 - FirstTermYear) / TermYears)}"), December(year, field.Day), "Quốc hội")
        : OfPrimeMinister(field.Number, December(year, field.Day));

    /// <summary>What allots them to the provinces.</summary>
    public static V1.Decision ToProvinces(DemoField field, int year) => OfPrimeMinister(field.Allotted, December(year, field.AllottedDay));

    /// <summary>What amends them.</summary>
    public static V1.Decision Amendment(DemoField field, DateOnly day) => OfPrimeMinister(field.Amended, day);

    /// <summary>What the congress resolved: one meets at the beginning of every fifth year.</summary>
    public static V1.Decision OfCongress(int year) => Decision("01/NQ-ĐH", new DateOnly(year - ((year - FirstTermYear) % TermYears), 1, 25), "Đại hội đại biểu toàn quốc");

    /// <summary>What a province allots to its communes by.</summary>
    public static V1.Decision ToCommunes(DemoUnit province, int field, DemoFigures figures, int year)
    {
        int first = FirstOfCommittee + (int)(Committees * figures.Chance(province.Place, "committee", 0));
        return Decision($"{first + (OfField * field)}/QĐ-UBND", December(year, 19 + field), $"UBND {NameOf(province)}");
    }

    /// <summary>What its council resolved.</summary>
    public static V1.Decision OfCouncil(DemoUnit province, int at, DemoFigures figures, int year)
    {
        double chance = figures.Chance(province.Place, "council", 0);
        return Decision($"{FirstOfCouncil + (int)(Councils * chance) + at}/NQ-HĐND", December(year, 8 + (int)(5 * chance)), $"HĐND {NameOf(province)}");
    }

    private static V1.Decision OfPrimeMinister(int number, DateOnly day) => Decision($"{number}/QĐ-TTg", day, "Thủ tướng Chính phủ");

    private static V1.Decision Decision(string number, DateOnly date, string issuer) => new()
    {
        Number = number,
        Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Issuer = $"{issuer} ({DemoPlans.Mark})",
    };

    private static DateOnly December(int year, int day) => new(year - 1, 12, day);

    private static string NameOf(DemoUnit province)
    {
        V1.Naming naming = province.Unit.Namings[0];
        return naming.Kind == V1.UnitKind.Province ? $"tỉnh {naming.Name}" : char.ToLower(naming.Name[0], CultureInfo.InvariantCulture) + naming.Name[1..];
    }
}
