namespace Units.LoadTest.Countries;

/// <summary>Viet Nam from the official lists in <c>data/reference</c>.</summary>
internal static class OfficialCountry
{
    private static readonly Dictionary<string, V1.UnitKind> Kinds = new()
    {
        ["province"] = V1.UnitKind.Province,
        ["municipality"] = V1.UnitKind.Municipality,
        ["provincial_city"] = V1.UnitKind.City,
        ["municipal_city"] = V1.UnitKind.City,
        ["town"] = V1.UnitKind.District,
        ["rural_district"] = V1.UnitKind.District,
        ["urban_district"] = V1.UnitKind.District,
        ["commune"] = V1.UnitKind.Commune,
        ["ward"] = V1.UnitKind.Ward,
        ["township"] = V1.UnitKind.Township,
        ["special_zone"] = V1.UnitKind.SpecialZone,
    };

    /// <summary>Since 1 July 2025: 34 provinces and 3,321 communes, wards and special zones.</summary>
    public static Country Since2025() => Read("vn-since", "Việt Nam since 1 July 2025", "units-since-2025-07-01.csv");

    /// <summary>Until then: 63 provinces, 696 districts and 10,051 communes, wards and townships.</summary>
    /// <remarks>Five island districts have no communes and so report themselves.</remarks>
    public static Country Before2025() => Read("vn-before", "Việt Nam before 1 July 2025", "units-before-2025-07-01.csv");

    private static Country Read(string root, string name, string file)
    {
        List<CountryUnit> units = [new(root, "Cả nước", V1.UnitKind.Nation, -1)];
        Dictionary<string, int> places = [];
        int line = 1;
        foreach (string text in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "reference", file)).Skip(1))
        {
            line++;
            string[] fields = text.Split(',');
            if (fields is not [string code, string unitName, string kind, string parent])
            {
                throw new FormatException($"{file}, line {line}: '{text}' has not the four fields code,name,kind,parent.");
            }

            if (!Kinds.TryGetValue(kind, out V1.UnitKind unitKind))
            {
                throw new FormatException($"{file}, line {line}: the kind '{kind}' is not one of {string.Join(", ", Kinds.Keys)}.");
            }

            int above = 0;
            if (parent.Length > 0 && !places.TryGetValue(parent, out above))
            {
                throw new FormatException($"{file}, line {line}: the parent '{parent}' stands in no line before.");
            }

            places.Add(code, units.Count);
            units.Add(new CountryUnit($"{root}-{code}", unitName, unitKind, above));
        }

        return new Country(name, units);
    }
}
