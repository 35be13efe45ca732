using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Draws children as squares: provinces where they lie, others by their names.</summary>
internal static class MapViews
{
    // Units of the drawing. On a wall squares are lower than they are wide, so that fourteen rows of large letters have room.
    private const int Step = 66;
    private const int WallStep = 69;
    private const int WallRow = 53;
    private const int Gap = 4;
    private const int CountryColumns = 6;
    private const decimal CountryRows = 14.4m;
    private const int IslandNames = 104;
    private const int Island = 15;
    private const int WallIsland = 24;

    private const int MostNames = 60;
    private const int NameColumns = 4;
    private const int NameWidth = 100;
    private const int NameHeight = 54;
    private const int MostOnWall = 24;
    private const int WallNameWidth = 240;
    private const int MostOnWide = 14;
    private const int IconStep = 40;
    private const int IconColumns = 12;
    private const int WallIconColumns = 9;
    private const int HintHeight = 26;

    /// <summary>The map of a table.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="rows">The rows, with the children as the registry knows them.</param>
    /// <param name="isWall">True where it is read from four metres.</param>
    public static MapView Of(string name, IReadOnlyList<(RowView Row, Unit? Child)> rows, bool isWall)
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
        return provinces.Count == rows.Count && provinces.Count > 1 ? Country(name, provinces, isWall) : ByName(name, [.. rows.Select(r => r.Row)], isWall);
    }

    private static MapView Country(string name, Dictionary<string, RowView> provinces, bool isWall)
    {
        (int step, int row, int island) = isWall ? (WallStep, WallRow, WallIsland) : (Step, Step, Island);
        return new MapView(
            name, isWall ? MapShape.Wall : MapShape.Names, (CountryColumns * step) + IslandNames, (int)(CountryRows * row),
            [
                .. provinces.Select(p => (Row: p.Value, Place: CountryGrid.Places[p.Key])).OrderBy(p => p.Place.Row).ThenBy(p => p.Place.Column)
                    .Select(p => new SquareView(p.Row, p.Place.Column * step, p.Place.Row * row, step - Gap, row - Gap, p.Place.Lines, p.Place.Letters)),
            ],
            [
                .. CountryGrid.Islands.Where(i => provinces.ContainsKey(i.Province)).Select(i => new IslandView(
                    i.Name, $"{i.Name} ({provinces[i.Province].Name})", (int)(i.Column * step), (int)(i.Row * row), island)),
            ]);
    }

    private static MapView ByName(string name, IReadOnlyList<RowView> rows, bool isWall)
    {
        RowView[] ordered = [.. rows.OrderBy(r => UnitWords.Bare(r.Name), Comparer<string>.Create(Folding.Compare)).ThenBy(r => r.Id, StringComparer.Ordinal)];
        (MapShape shape, int columns, int width, int height, int top) = (isWall, ordered.Length) switch
        {
            (true, <= MostOnWall) => (MapShape.Wall, 2, WallNameWidth, WallRow, 0),
            (false, <= MostNames) => (MapShape.Names, NameColumns, NameWidth, NameHeight, 0),
            _ => (MapShape.Many, isWall ? WallIconColumns : IconColumns, IconStep, IconStep, HintHeight),
        };
        if (isWall && shape == MapShape.Many)
        {
            // Where nobody points at a square and none has its name, those at risk come first, so that one sees how many they are.
            ordered = [.. rows];
        }

        int lines = Math.Max(1, (ordered.Length + columns - 1) / columns);
        return new MapView(
            name, shape, columns * width, top + (lines * height),
            [
                .. ordered.Select((row, i) => new SquareView(
                    row, i % columns * width, top + (i / columns * height), width - Gap, height - Gap, Lines(UnitWords.Bare(row.Name)), Cut(UnitWords.Bare(row.Name), MostOnWide))),
            ],
            []);
    }

    private static string[] Lines(string name)
    {
        const int Most = 11;
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string first = words.Length == 0 ? name : words[0];
        int taken = 1;
        for (; taken < words.Length && (taken < 2 || words.Length > 3) && first.Length + words[taken].Length < Most; taken++)
        {
            first += " " + words[taken];
        }

        return taken >= words.Length ? [Cut(first, Most)] : [Cut(first, Most), Cut(string.Join(' ', words[taken..]), Most)];
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
