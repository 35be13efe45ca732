using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;

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

    /// <summary>Why there is no status, in words.</summary>
    public static string Why(NoStatus reason, Language language) => (reason, language) switch
    {
        (NoStatus.None, _) => "",
        (NoStatus.NotReported, Language.Vi) => "chưa có báo cáo",
        (NoStatus.NoTarget, Language.Vi) => "chưa giao chỉ tiêu",
        (NoStatus.NotBegun, Language.Vi) => "kỳ chưa bắt đầu",
        (NoStatus.ZeroTarget, Language.Vi) => "chỉ tiêu bằng 0",
        (NoStatus.NotReported, _) => "not reported",
        (NoStatus.NoTarget, _) => "no target assigned",
        (NoStatus.NotBegun, _) => "period not begun",
        _ => "target is 0",
    };
}
