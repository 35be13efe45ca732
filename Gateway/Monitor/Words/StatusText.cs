using Units.Gateway.Errors;
using Status = Units.TargetStatus;

namespace Units.Gateway.Monitor.Words;

/// <summary>A status as a word and an icon: never a colour alone.</summary>
public static class StatusText
{
    /// <summary>The word.</summary>
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
