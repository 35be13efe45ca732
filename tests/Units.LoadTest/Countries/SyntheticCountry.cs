using System.Globalization;

namespace Units.LoadTest.Countries;

/// <summary>A country of any depth and fan-out.</summary>
internal static class SyntheticCountry
{
    /// <summary>A tree in which each unit of a level has the same number of children: 10, 20, 50 are 10 provinces, 200 districts, 10,000 wards.</summary>
    public static Country Of(params IReadOnlyList<int> fanOut)
    {
        if (fanOut.Count == 0 || fanOut.Any(f => f < 1))
        {
            throw new ArgumentException($"The fan-out {Text(fanOut)} needs at least one level, and at least one child in each.", nameof(fanOut));
        }

        string root = $"lt-{Text(fanOut)}";
        List<CountryUnit> units = [new(root, root, V1.UnitKind.Nation, -1)];
        int first = 0;
        for (int level = 0; level < fanOut.Count; level++)
        {
            int end = units.Count;
            for (int parent = first; parent < end; parent++)
            {
                for (int child = 0; child < fanOut[level]; child++)
                {
                    string id = string.Create(CultureInfo.InvariantCulture, $"{root}-{level + 1}-{units.Count - end}");
                    units.Add(new CountryUnit(id, id, Kind(level, fanOut.Count), parent));
                }
            }

            first = end;
        }

        return new Country($"synthetic {Text(fanOut)}", units);
    }

    /// <summary>Reads 10x20x50.</summary>
    public static bool TryParse(string text, out Country? country)
    {
        string[] parts = text.Split('x');
        List<int> fanOut = [];
        foreach (string part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n < 1)
            {
                country = null;
                return false;
            }

            fanOut.Add(n);
        }

        country = Of(fanOut);
        return true;
    }

    private static string Text(IReadOnlyList<int> fanOut) => string.Join('x', fanOut.Select(f => f.ToString(CultureInfo.InvariantCulture)));

    private static V1.UnitKind Kind(int level, int levels) =>
        level == levels - 1 ? V1.UnitKind.Ward : level == 0 ? V1.UnitKind.Province : V1.UnitKind.District;
}
