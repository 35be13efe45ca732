using System.Collections.Frozen;

namespace Units.Gateway.Monitor.Views;

/// <summary>Where the 34 provinces of 1 July 2025 stand on the map of squares, by their official codes, with the special zones at sea.</summary>
internal static class CountryGrid
{
    /// <summary>The scheme of the official codes.</summary>
    public const string Scheme = "vn.gso";

    /// <summary>The place of each province, by its code.</summary>
    public static readonly FrozenDictionary<string, ProvincePlace> Places = new Dictionary<string, ProvincePlace>
    {
        ["11"] = new(0, 0, "ĐB", ["Điện", "Biên"]),
        ["12"] = new(1, 0, "LCh", ["Lai", "Châu"]),
        ["15"] = new(2, 0, "LCa", ["Lào", "Cai"]),
        ["08"] = new(3, 0, "TQ", ["Tuyên", "Quang"]),
        ["04"] = new(4, 0, "CB", ["Cao", "Bằng"]),
        ["14"] = new(1, 1, "SL", ["Sơn", "La"]),
        ["25"] = new(2, 1, "PT", ["Phú", "Thọ"]),
        ["19"] = new(3, 1, "TN", ["Thái", "Nguyên"]),
        ["20"] = new(4, 1, "LS", ["Lạng", "Sơn"]),
        ["01"] = new(2, 2, "HN", ["Hà", "Nội"]),
        ["24"] = new(3, 2, "BN", ["Bắc", "Ninh"]),
        ["31"] = new(4, 2, "HP", ["Hải", "Phòng"]),
        ["22"] = new(5, 2, "QN", ["Quảng", "Ninh"]),
        ["37"] = new(2, 3, "NB", ["Ninh", "Bình"]),
        ["33"] = new(3, 3, "HY", ["Hưng", "Yên"]),
        ["38"] = new(2, 4, "TH", ["Thanh", "Hóa"]),
        ["40"] = new(2, 5, "NA", ["Nghệ", "An"]),
        ["42"] = new(3, 5, "HT", ["Hà", "Tĩnh"]),
        ["44"] = new(3, 6, "QT", ["Quảng", "Trị"]),
        ["46"] = new(4, 6, "Huế", ["Huế"]),
        ["48"] = new(4, 7, "ĐNg", ["Đà", "Nẵng"]),
        ["51"] = new(4, 8, "QNg", ["Quảng", "Ngãi"]),
        ["52"] = new(4, 9, "GL", ["Gia", "Lai"]),
        ["66"] = new(4, 10, "ĐL", ["Đắk", "Lắk"]),
        ["56"] = new(5, 10, "KH", ["Khánh", "Hòa"]),
        ["80"] = new(1, 11, "TNi", ["Tây", "Ninh"]),
        ["79"] = new(2, 11, "HCM", ["TP.", "HCM"]),
        ["75"] = new(3, 11, "ĐNa", ["Đồng", "Nai"]),
        ["68"] = new(4, 11, "LĐ", ["Lâm", "Đồng"]),
        ["91"] = new(0, 12, "AG", ["An", "Giang"]),
        ["82"] = new(1, 12, "ĐT", ["Đồng", "Tháp"]),
        ["86"] = new(2, 12, "VL", ["Vĩnh", "Long"]),
        ["92"] = new(3, 12, "CT", ["Cần", "Thơ"]),
        ["96"] = new(0, 13, "CM", ["Cà", "Mau"]),
    }.ToFrozenDictionary();

    /// <summary>Those of some provinces whose initials another one has, too: what their short names mean is to be said.</summary>
    public static IEnumerable<ProvincePlace> Alike(IEnumerable<string> codes) =>
        codes.Select(c => Places[c]).GroupBy(p => string.Concat(p.Letters.Where(char.IsUpper))).Where(g => g.Count() > 1).SelectMany(g => g)
            .OrderBy(p => p.Letters, StringComparer.Ordinal);

    /// <summary>The special zones of the official list: name, province, and where they stand, in squares.</summary>
    public static readonly (string Name, string Province, decimal Column, decimal Row)[] Islands =
    [
        ("Vân Đồn", "22", 4.35m, 3.05m),
        ("Cô Tô", "22", 4.35m, 3.7m),
        ("Bạch Long Vĩ", "31", 4.35m, 4.35m),
        ("Cát Hải", "31", 4.35m, 5m),
        ("Cồn Cỏ", "44", 5.1m, 6.2m),
        ("Hoàng Sa", "48", 5.1m, 7.2m),
        ("Lý Sơn", "51", 5.1m, 8.2m),
        ("Trường Sa", "56", 5.1m, 11.1m),
        ("Phú Quý", "68", 5.1m, 11.8m),
        ("Côn Đảo", "79", 4.15m, 12.5m),
        ("Phú Quốc", "91", 1.15m, 13.03m),
        ("Thổ Châu", "91", 1.15m, 13.7m),
        ("Kiên Hải", "91", 3.75m, 13.7m),
    ];
}
