using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Words;

/// <summary>Why there is no status, or no rank, in words.</summary>
public static class GapText
{
    /// <summary>The reason; empty where nothing is lacking.</summary>
    public static string Of(Gap gap, Language language) => language == Language.Vi ? Vietnamese(gap) : English(gap);

    private static string Vietnamese(Gap gap) => gap switch
    {
        Gap.None => "",
        Gap.NotReported => "chưa có báo cáo",
        Gap.OverZero => "mẫu số bằng 0",
        Gap.Partial => "còn thiếu một phần số liệu",
        Gap.NoMonthEnded => "chưa đến hạn báo cáo tháng nào",
        Gap.NothingBefore => "chưa có số liệu cùng kỳ",
        Gap.NotJudged => "chưa có người đánh giá",
        Gap.NothingInherited => "cấp trên chưa giao",
        Gap.InheritedInCircle => "chỉ tiêu dẫn chiếu vòng tròn",
        Gap.Component => "có chỉ tiêu thành phần chưa đánh giá được",
        Gap.NoTarget => "chưa giao chỉ tiêu",
        Gap.TargetIsZero => "chỉ tiêu bằng 0",
        Gap.NotAdditive => "không cộng được giữa các đơn vị",
        Gap.KnownAtTheUnit => "chỉ tính được tại đơn vị",
        _ => "chưa so sánh được",
    };

    private static string English(Gap gap) => gap switch
    {
        Gap.None => "",
        Gap.NotReported => "not reported",
        Gap.OverZero => "denominator is 0",
        Gap.Partial => "a part is not reported",
        Gap.NoMonthEnded => "no month is due yet",
        Gap.NothingBefore => "nothing of a year before",
        Gap.NotJudged => "not judged yet",
        Gap.NothingInherited => "nothing assigned above",
        Gap.InheritedInCircle => "targets refer to one another",
        Gap.Component => "a component cannot be assessed",
        Gap.NoTarget => "no target assigned",
        Gap.TargetIsZero => "target is 0",
        Gap.NotAdditive => "cannot be added over units",
        Gap.KnownAtTheUnit => "known at the unit alone",
        _ => "cannot be compared",
    };
}
