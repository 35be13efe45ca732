using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Draws children as squares: provinces where they lie, others by their names.</summary>
internal static class MapViews
{
    /// <summary>Where the ranks end that stand before the lines of a wall.</summary>
    public const int RankEnd = RankWidth - 10;

    /// <summary>Where the lines begin that say what short names mean: west of the coast, where the country has no squares.</summary>
    public const int ShortTop = (6 * WallRow) + 25;

    /// <summary>How far one is below the other.</summary>
    public const int ShortStep = 31;

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
    private const decimal WallIslandSign = 4.6m;

    private const int MostNames = 60;
    private const int NameColumns = 4;
    private const int NameWidth = 100;
    private const int NameHeight = 54;
    private const int MostOnWall = 24;
    private const int WallNameWidth = 240;
    private const int MostOnWide = 14;
    private const int RankColumns = 8;
    private const int RankStep = 56;
    private const int RankRow = 44;
    private const int RankWidth = 66;
    private const int IconStep = 40;
    private const int IconColumns = 9;
    private const int HintHeight = 26;

    /// <summary>The map of a table.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="rows">The rows, with the children as the registry knows them.</param>
    /// <param name="ask">The page.</param>
    public static MapView Of(string name, IReadOnlyList<(RowView Row, Unit? Child)> rows, MonitorAsk ask)
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
        return provinces.Count == rows.Count && provinces.Count > 1 ? Country(name, provinces, ask) : ByName(name, [.. rows.Select(r => r.Row)], ask);
    }

    private static MapView Country(string name, Dictionary<string, RowView> provinces, MonitorAsk ask)
    {
        bool isWall = ask.Kiosk;
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
                // A wall has no legend below its map.
                .. isWall ? (IEnumerable<IslandView>)[new IslandView(ask.In("đặc khu", "special zone"), ask.In("đặc khu", "special zone"), 0, (int)(WallIslandSign * row), island)] : [],
            ],
            isWall ? [.. CountryGrid.Alike(provinces.Keys).Select(p => $"{p.Letters} {string.Join(' ', p.Lines)}")] : [], "");
    }

    private static MapView ByName(string name, IReadOnlyList<RowView> rows, MonitorAsk ask)
    {
        RowView[] ordered = [.. rows.OrderBy(r => UnitWords.Bare(r.Name), Comparer<string>.Create(Folding.Compare)).ThenBy(r => r.Id, StringComparer.Ordinal)];
        (MapShape shape, int columns, int width, int height, int left, int top) = (ask.Kiosk, ordered.Length) switch
        {
            (true, <= MostOnWall) => (MapShape.Wall, 2, WallNameWidth, WallRow, 0, 0),
            (true, _) => (MapShape.Lines, IconColumns, IconStep, IconStep, RankWidth, 0),
            (false, <= MostNames) => (MapShape.Names, NameColumns, NameWidth, NameHeight, 0, 0),
            _ => (MapShape.Many, RankColumns, RankStep, RankRow, 0, HintHeight),
        };
        // Where nobody points at a square and none has its name, they stand as in the table.
        IReadOnlyList<RowView> placed = shape == MapShape.Lines ? rows : ordered;
        int lines = Math.Max(1, (placed.Count + columns - 1) / columns);
        return new MapView(
            name, shape, left + (columns * width), top + (lines * height),
            [
                .. placed.Select((row, i) => new SquareView(
                    row, left + (i % columns * width), top + (i / columns * height), width - Gap, height - Gap, Lines(UnitWords.Bare(row.Name)),
                    shape == MapShape.Lines && i % columns > 0 ? "" : Cut(UnitWords.Bare(row.Name), MostOnWide))),
            ],
            [], [], Reading(shape, ask));
    }

    private static string Reading(MapShape shape, MonitorAsk ask) => shape switch
    {
        MapShape.Many => ask.In(
            "Số trong ô là hạng ở bảng xếp hạng; ô xếp theo tên. Chỉ vào ô để xem tên, bấm để mở trang của đơn vị.",
            "The number in a square is its rank in the league table; they stand by name. Point at one for its name, press it for its page."),
        MapShape.Lines => ask.In("Mỗi ô một đơn vị, theo hạng. Số: hạng của ô đầu dòng.", "A square a unit, by rank. Number: rank of the first."),
        _ => "",
    };

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
