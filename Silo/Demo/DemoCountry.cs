using Units.Gateway.Monitor.Words;

namespace Units.Silo.Demo;

/// <summary>Viet Nam since 1 July 2025, from the official list: 34 provinces and 3,321 communes, wards and special zones.</summary>
internal sealed class DemoCountry
{
    /// <summary>The id of the country.</summary>
    public const string RootId = "viet-nam";

    /// <summary>The scheme of the identifier that marks every unit as one whose figures are invented: screens say so wherever they show it.</summary>
    public const string MarkScheme = "units.demo";

    private const string CodeScheme = "vn.gso";
    private const string Since = "2025-07-01";

    private static readonly Dictionary<string, V1.UnitKind> Kinds = new()
    {
        ["province"] = V1.UnitKind.Province,
        ["municipality"] = V1.UnitKind.Municipality,
        ["commune"] = V1.UnitKind.Commune,
        ["ward"] = V1.UnitKind.Ward,
        ["special_zone"] = V1.UnitKind.SpecialZone,
    };

    private static readonly string[] KindWords = ["Thành phố ", "Phường ", "Xã ", "Đặc khu "];

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">It is not as it must be.</exception>
    public DemoCountry(string file, string provinces)
    {
        List<DemoUnit> units = [new(0, "", -1, Make(RootId, "Việt Nam", "Viet Nam", V1.UnitKind.Nation, null, ""))];
        Dictionary<string, int> places = [];
        HashSet<string> wanted = [.. provinces.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            if (line.Split(',') is not [string code, string name, string kind, string parent] || !Kinds.TryGetValue(kind, out V1.UnitKind unitKind))
            {
                throw new FormatException($"{file}: '{line}' has not the four fields code,name,kind,parent.");
            }

            int above = 0;
            if (parent.Length == 0 ? wanted.Count > 0 && !wanted.Contains(code) : !places.TryGetValue(parent, out above))
            {
                continue;
            }

            V1.Unit unit = Make($"{Slug(name)}-{code}", name, "", unitKind, units[above].Id, code);
            if (parent.Length == 0)
            {
                places.Add(code, units.Count);
            }

            units.Add(new DemoUnit(units.Count, code, above, unit));
        }

        Units = units;
        Provinces = [.. units.Where(u => u.Parent == 0)];
        Communes = [.. units.Where(u => u.Parent > 0)];
    }

    /// <summary>All units, parents first.</summary>
    public IReadOnlyList<DemoUnit> Units { get; }

    /// <summary>The provinces.</summary>
    public IReadOnlyList<DemoUnit> Provinces { get; }

    /// <summary>Those that report.</summary>
    public IReadOnlyList<DemoUnit> Communes { get; }

    private static V1.Unit Make(string id, string name, string english, V1.UnitKind kind, string? parent, string code)
    {
        V1.Unit unit = new() { Id = id };
        unit.Namings.Add(new V1.Naming { Kind = kind, Name = name, NameEn = english });
        unit.Identifiers.Add(new V1.Identifier { Scheme = MarkScheme, Value = id });
        if (code.Length > 0)
        {
            unit.Identifiers.Add(new V1.Identifier { Scheme = CodeScheme, Value = code, From = Since });
        }

        if (parent is not null)
        {
            unit.Edges.Add(new V1.Edge { From = Month.MinValue.ToString(), Parent = parent });
        }

        return unit;
    }

    private static string Slug(string name)
    {
        string bare = Array.Find(KindWords, w => name.StartsWith(w, StringComparison.Ordinal)) is { } word ? name[word.Length..] : name;
        string slug = string.Concat(Folding.Of(bare).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-').Replace("--", "-", StringComparison.Ordinal);
        // An id begins with a letter: "Phường 3 Bảo Lộc".
        return char.IsAsciiLetter(slug[0]) ? slug : "so-" + slug;
    }
}
