using Units.Gateway.Errors;
using Status = Units.TargetStatus;

namespace Units.Gateway.Monitor.Words;

/// <summary>A status as a word and an icon: never a colour alone.</summary>
public static class StatusText
{
    /// <summary>The word by what a target asks for.</summary>
    /// <param name="status">The status.</param>
    /// <param name="by">What the target asks for.</param>
    /// <param name="isKept">True where the value is within what is expected: one status has both sides of it.</param>
    /// <param name="language">The language.</param>
    public static string Word(Status status, Yardstick by, bool isKept, Language language)
    {
        bool isVi = language == Language.Vi;
        return (by, status) switch
        {
            (Yardstick.Ceiling, Status.Behind) => isVi ? "Vượt xa mức" : "Far over",
            (Yardstick.Ceiling, Status.AtRisk) => isVi ? "Vượt mức" : "Over",
            (Yardstick.Ceiling, Status.OnCourse) => isKept ? (isVi ? "Sát mức" : "Just within") : isVi ? "Vượt nhẹ" : "Slightly over",
            (Yardstick.Ceiling, Status.Ahead) => isVi ? "Trong mức" : "Within",
            (Yardstick.Level, Status.Behind) => isVi ? "Còn xa mức" : "Far below",
            (Yardstick.Level, Status.AtRisk) => isVi ? "Dưới mức" : "Below",
            (Yardstick.Level, Status.OnCourse) => isKept ? (isVi ? "Đạt mức" : "Reached") : isVi ? "Gần đạt" : "Nearly reached",
            (Yardstick.Level, Status.Ahead) => isVi ? "Trên mức" : "Above",
            (Yardstick.Range, Status.Behind) => isVi ? "Lệch xa khoảng" : "Far outside",
            (Yardstick.Range, Status.AtRisk) => isVi ? "Ngoài khoảng" : "Outside",
            // The middle of a narrow range is as near to its edges as anything in it can be.
            (Yardstick.Range, Status.OnCourse) when !isKept => isVi ? "Lệch nhẹ" : "Slightly outside",
            (Yardstick.Range, Status.OnCourse or Status.Ahead) => isVi ? "Trong khoảng" : "Within the range",
            (Yardstick.Exact, Status.Behind) => isVi ? "Lệch xa mức" : "Far off",
            (Yardstick.Exact, Status.AtRisk) => isVi ? "Lệch mức" : "Off",
            (Yardstick.Exact, Status.OnCourse) when !isKept => isVi ? "Lệch nhẹ" : "Slightly off",
            (Yardstick.Exact, Status.OnCourse or Status.Ahead) => isVi ? "Đúng mức" : "Exact",
            _ => Word(status, language),
        };
    }

    /// <summary>The word for a legend: of a status with two sides both.</summary>
    public static string Legend(Status status, Yardstick by, Language language) => by == Yardstick.Progress || status != Status.OnCourse
        ? Word(status, by, isKept: true, language)
        : $"{Word(status, by, isKept: true, language)} / {Word(status, by, isKept: false, language)}";

    /// <summary>The word, of indicators of all kinds together.</summary>
    public static string Word(Status status, Language language) => (status, language) switch
    {
        (Status.Behind, Language.Vi) => "Chậm",
        (Status.AtRisk, Language.Vi) => "Có nguy cơ",
        (Status.OnCourse, Language.Vi) => "Đúng tiến độ",
        (Status.Ahead, Language.Vi) => "Vượt tiến độ",
        (Status.Attained, Language.Vi) => "Đã đạt",
        (_, Language.Vi) => "Chưa đánh giá",
        (Status.Behind, _) => "Behind",
        (Status.AtRisk, _) => "At risk",
        (Status.OnCourse, _) => "On course",
        (Status.Ahead, _) => "Ahead",
        (Status.Attained, _) => "Attained",
        _ => "Not assessed",
    };

    /// <summary>The icon: each has a shape of its own.</summary>
    public static string Icon(Status status) => status switch
    {
        Status.Behind => "▼",
        Status.AtRisk => "◆",
        Status.OnCourse => "●",
        Status.Ahead => "▲",
        Status.Attained => "✔",
        _ => "○",
    };

    /// <summary>The name by which the style sheet knows it.</summary>
    public static string Key(Status status) => status switch
    {
        Status.Behind => "behind",
        Status.AtRisk => "risk",
        Status.OnCourse => "course",
        Status.Ahead => "ahead",
        Status.Attained => "attained",
        _ => "none",
    };
}
