using System.Collections.Frozen;
using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Words;

/// <summary>Units of measure in words. The catalogue has them in Vietnamese; those that are common have an English word here.</summary>
internal static class UnitText
{
    /// <summary>Billions of đồng, in which budgets are kept.</summary>
    public const string BillionDong = "tỷ đồng";

    /// <summary>Millions of đồng.</summary>
    public const string MillionDong = "triệu đồng";

    /// <summary>The currency.</summary>
    public const string Dong = "đồng";

    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [BillionDong] = "billion VND",
        [MillionDong] = "million VND",
        [Dong] = "VND",
        ["người"] = "people",
        ["lượt người"] = "people",
        ["lượt"] = "times",
        ["lượt khách"] = "visits",
        ["hồ sơ"] = "dossiers",
        ["hộ"] = "households",
        ["dự án"] = "projects",
        ["doanh nghiệp"] = "enterprises",
        ["căn"] = "dwellings",
        ["học viên"] = "learners",
        ["học sinh"] = "pupils",
        ["văn bản"] = "documents",
        ["vụ"] = "cases",
        ["tấn"] = "tonnes",
        ["triệu đồng/ha"] = "million VND/ha",
        ["‰"] = "‰",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True where it counts money, which is told in larger units at once.</summary>
    public static bool IsMoney(string unitOfMeasure) => unitOfMeasure is BillionDong or MillionDong or Dong;

    /// <summary>A unit of measure behind a word of scale, which may be empty: nghìn + tỷ đồng.</summary>
    public static string Of(string scale, string unitOfMeasure, Language language)
    {
        if (language == Language.Vi)
        {
            return scale.Length == 0 ? unitOfMeasure
                : unitOfMeasure == MillionDong ? $"{scale} {Dong}"
                : $"{scale} {unitOfMeasure}";
        }

        if (scale.Length == 0)
        {
            return English.GetValueOrDefault(unitOfMeasure, unitOfMeasure);
        }

        return IsMoney(unitOfMeasure) ? $"{scale} VND" : $"{scale} {English.GetValueOrDefault(unitOfMeasure, unitOfMeasure)}";
    }
}
