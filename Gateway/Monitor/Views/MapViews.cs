using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Draws children as squares: provinces where they lie, others by their names.</summary>
internal static class MapViews
{
    private const int Step = 50;
    private const int Size = 46;
    private const int CountryWidth = 440;
    private const int CountryHeight = 732;
    private const int IslandText = 19;
    private const int LeastColumns = 4;
    private const int MostColumns = 10;

    // It stands between two wide things, and is therefore higher than it is wide.
    private const double Slenderness = 0.62;

    /// <summary>The map of a table.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="rows">The rows, with the children as the registry knows them.</param>
    public static MapView Of(string name, IReadOnlyList<(RowView Row, Unit? Child)> rows)
    {
        Dictionary<string, RowView> provinces = [];
        foreach ((RowView row, Unit? child) in rows)
        {
            if (child?.Identifiers.FirstOrDefault(i => i.Scheme == CountryGrid.Scheme && i.To is null) is { } code && CountryGrid.Places.ContainsKey(code.Value))
            {
                provinces[code.Value] = row;
            }
        }

        // Another division of the country, or a single province: by name.
        return provinces.Count == rows.Count && provinces.Count > 1 ? Country(name, provinces) : ByName(name, [.. rows.Select(r => r.Row)]);
    }

    private static MapView Country(string name, Dictionary<string, RowView> provinces) => new(
        name, CountryWidth, CountryHeight,
        [
            .. provinces.Select(p => (p.Value, CountryGrid.Places[p.Key]))
                .OrderBy(p => p.Item2.Row).ThenBy(p => p.Item2.Column)
                .Select(p => new SquareView(p.Value, 8 + (p.Item2.Column * Step), 8 + (p.Item2.Row * Step), Size, p.Item2.Name)),
        ],
        [
            .. CountryGrid.Islands.Where(i => provinces.ContainsKey(i.Province))
                .Select(i => Island(i.Name, provinces[i.Province], (int)(8 + (i.Column * Step)), (int)(8 + (i.Row * Step)))),
        ]);

    private static IslandView Island(string name, RowView province, int x, int y) =>
        new(name, province, $"{name} ({province.Name})", x, y, x + IslandText, IsLeft: false);

    private static MapView ByName(string name, IReadOnlyList<RowView> rows)
    {
        RowView[] ordered = [.. rows.OrderBy(r => Short(r.Name), Comparer<string>.Create(Folding.Compare)).ThenBy(r => r.Id, StringComparer.Ordinal)];
        int columns = Math.Clamp((int)Math.Ceiling(Math.Sqrt(ordered.Length * Slenderness)), LeastColumns, MostColumns);
        int lines = Math.Max(1, (ordered.Length + columns - 1) / columns);
        return new MapView(
            name, (columns * Step) + 12, (lines * Step) + 12,
            [.. ordered.Select((row, i) => new SquareView(row, 8 + (i % columns * Step), 8 + (i / columns * Step), Size, Lines(Short(row.Name))))],
            []);
    }

    /// <summary>A name without its kind.</summary>
    private static string Short(string name)
    {
        foreach (string kind in (string[])["Phường ", "Xã ", "Đặc khu ", "Thị trấn ", "Thành phố ", "Tỉnh ", "Huyện "])
        {
            if (name.StartsWith(kind, StringComparison.Ordinal) && name.Length > kind.Length)
            {
                return name[kind.Length..];
            }
        }

        return name;
    }

    private static string[] Lines(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        const int Most = 8;
        return words switch
        {
            [] => [name],
            [string one] => [Cut(one)],
            [string a, string b] when a.Length + b.Length < Most => [$"{a} {b}"],
            [string a, string b] => [Cut(a), Cut(b)],
            [string a, string b, .. string[] rest] when a.Length + b.Length < Most => [$"{a} {b}", Cut(string.Join(' ', rest))],
            [string a, .. string[] rest] => [Cut(a), Cut(string.Join(' ', rest))],
        };
    }

    private static string Cut(string text) => text.Length <= 8 ? text : text[..7] + "…";
}
