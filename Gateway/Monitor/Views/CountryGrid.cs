using System.Collections.Frozen;

namespace Units.Gateway.Monitor.Views;

/// <summary>Where the 34 provinces of 1 July 2025 stand on the map of squares, by their official codes, with the special zones at sea.</summary>
internal static class CountryGrid
{
    /// <summary>The scheme of the official codes.</summary>
    public const string Scheme = "vn.gso";

    /// <summary>Columns of squares.</summary>
    public const int Columns = 6;

    /// <summary>Rows of squares.</summary>
    public const int Rows = 13;

    /// <summary>Column, row and name of each province.</summary>
    public static readonly FrozenDictionary<string, (int Column, int Row, string[] Name)> Places = new Dictionary<string, (int, int, string[])>
    {
        ["11"] = (0, 0, ["Điện", "Biên"]),
        ["12"] = (1, 0, ["Lai", "Châu"]),
        ["15"] = (2, 0, ["Lào Cai"]),
        ["08"] = (3, 0, ["Tuyên", "Quang"]),
        ["04"] = (4, 0, ["Cao", "Bằng"]),
        ["14"] = (1, 1, ["Sơn La"]),
        ["25"] = (2, 1, ["Phú Thọ"]),
        ["19"] = (3, 1, ["Thái", "Nguyên"]),
        ["20"] = (4, 1, ["Lạng", "Sơn"]),
        ["01"] = (2, 2, ["Hà Nội"]),
        ["24"] = (3, 2, ["Bắc", "Ninh"]),
        ["31"] = (4, 2, ["Hải", "Phòng"]),
        ["22"] = (5, 2, ["Quảng", "Ninh"]),
        ["37"] = (2, 3, ["Ninh", "Bình"]),
        ["33"] = (3, 3, ["Hưng", "Yên"]),
        ["38"] = (2, 4, ["Thanh", "Hóa"]),
        ["40"] = (2, 5, ["Nghệ", "An"]),
        ["42"] = (3, 5, ["Hà Tĩnh"]),
        ["44"] = (3, 6, ["Quảng", "Trị"]),
        ["46"] = (4, 6, ["Huế"]),
        ["48"] = (4, 7, ["Đà", "Nẵng"]),
        ["51"] = (4, 8, ["Quảng", "Ngãi"]),
        ["52"] = (4, 9, ["Gia Lai"]),
        ["66"] = (4, 10, ["Đắk", "Lắk"]),
        ["56"] = (5, 10, ["Khánh", "Hòa"]),
        ["80"] = (1, 11, ["Tây", "Ninh"]),
        ["79"] = (2, 11, ["TP.", "HCM"]),
        ["75"] = (3, 11, ["Đồng", "Nai"]),
        ["68"] = (4, 11, ["Lâm", "Đồng"]),
        ["91"] = (0, 12, ["An", "Giang"]),
        ["82"] = (1, 12, ["Đồng", "Tháp"]),
        ["86"] = (2, 12, ["Vĩnh", "Long"]),
        ["92"] = (3, 12, ["Cần", "Thơ"]),
        ["96"] = (0, 13, ["Cà Mau"]),
    }.ToFrozenDictionary();

    /// <summary>The special zones of the official list: name, province, and where they stand, in squares.</summary>
    public static readonly (string Name, string Province, decimal Column, decimal Row)[] Islands =
    [
        ("Vân Đồn", "22", 6.2m, 1.45m),
        ("Cô Tô", "22", 6.2m, 1.95m),
        ("Bạch Long Vĩ", "31", 6.2m, 2.45m),
        ("Cát Hải", "31", 6.2m, 2.95m),
        ("Cồn Cỏ", "44", 5.2m, 5.9m),
        ("Hoàng Sa", "48", 6.2m, 7.1m),
        ("Lý Sơn", "51", 5.2m, 8.25m),
        ("Phú Quý", "68", 5.2m, 11.6m),
        ("Trường Sa", "56", 6.2m, 11.1m),
        ("Côn Đảo", "79", 4.2m, 13.2m),
        ("Kiên Hải", "91", 1.2m, 13.25m),
        ("Phú Quốc", "91", 1.2m, 13.65m),
        ("Thổ Châu", "91", 1.2m, 14.05m),
    ];
}
