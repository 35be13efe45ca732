using Grpc.Core;
using P = Units.PlanReasons;
using R = Units.Gateway.Errors.GatewayReasons;
using T = Units.TargetReasons;

namespace Units.Gateway.Errors;

/// <summary>The part of the catalogue about plans and allotments.</summary>
internal static class PlanErrors
{
    /// <summary>Its entries.</summary>
    public static readonly ErrorKind[] All =
    [
        Invalid(R.TargetOnMeasure, "Đây là số liệu; chỉ tiêu giao được đặt trên chỉ tiêu, không đặt trên số liệu.",
            "This is a measure; targets are set on indicators.",
            "Name an indicator on this measure; ListIndicators has those there are, CreateIndicator makes one."),
        Invalid(R.PercentForAmount, "Đây là chỉ tiêu số tuyệt đối; không ghi phần trăm.", "The indicator is an amount; a percentage has no place here.",
            "Give the amount in the unit of measure, or set the target on an indicator that is a ratio or a growth."),
        Invalid(P.OutsidePlan, "Kỳ của chỉ tiêu phải nằm trong kỳ {0} của kế hoạch.", "The target's months must lie within {0}, which are the plan's.",
            "Correct the range of the target or of the plan.") with { Arguments = ["the plan's months"] },
        Invalid(R.InheritedInCircle, "Chỉ tiêu này sẽ theo chính nó.", "The target would inherit from itself.",
            "Let it follow the target of a superior, which states a figure."),
        Invalid(R.InheritedTooFar, "Chỉ tiêu theo nhau quá {0} bậc.", "More than {0} targets follow one another.",
            "Let it follow the target that states the figure.") with { Arguments = ["the most"] },
        Invalid(R.NotAChild, "Không phải đơn vị trực thuộc {0} trong tháng cuối của kỳ.", "It is no child of {0} in the last month of the range.",
            "Name children alone: ListUnits with parent has them.") with { Arguments = ["the parent"] },
        Invalid(R.WeightsAreZero, "Tổng các trọng số bằng 0 nên không chia được.", "The weights sum to zero, so nothing can be split by them.",
            "Give at least one child a weight; by last year, somebody must have reported then."),
        Invalid(R.WeightNegative, "Trọng số không được âm.", "A weight must not be negative.",
            "Give weights of 0 or more."),
        Invalid(R.NotAdditive, "Chỉ tiêu loại {0} này không cộng được nên không chia được.", "The figures of this target ({0}) do not add up, so they cannot be split.",
            "Allot by hand, or plan a numerator and a denominator.") with { Arguments = ["the kind of the target"] },
        new(R.NothingToAllot, StatusCode.FailedPrecondition, "Đơn vị chưa có chỉ tiêu của chính mình ở đây để phân bổ.",
            "The unit has no target of its own there that could be allotted.",
            "Assign the target to the unit first."),
        Invalid(T.UpsideDown, "Khoảng bị ngược: cận trên không được nhỏ hơn cận dưới {0}, và chỉ tiêu bằng đúng thì hai cận như nhau.",
            "The range is upside down: the upper bound must not be below the lower, {0}, and of exactly both are the same.",
            "Exchange the bounds, or correct one.") with { Arguments = ["the lower bound, without its decimal point"] },
        Invalid(T.Missing, "Loại chỉ tiêu {0} cần trường này.", "A target of the kind {0} needs this field.",
            "Give the field, or choose another kind.") with { Arguments = ["the kind"] },
        Invalid(T.NotOfKind, "Loại chỉ tiêu {0} trên công thức {1} không dùng trường này.", "A target of the kind {0} on a formula {1} has no use for this field.",
            "Leave the field out, or choose another kind.") with { Arguments = ["the kind", "the formula of the indicator"] },
        Invalid(T.Steps, "Số bước phải chia hết {0} tháng của kỳ.", "The steps must divide the {0} months of the range.",
            "Give a step for each month, or for each quarter.") with { Arguments = ["how many months"] },
        Invalid(T.Step, "Bước lũy kế không được giảm, và bước cuối phải là toàn bộ: {0}.", "Steps are cumulative and do not fall, and the last is the whole: {0}.",
            "Add each step to the one before.") with { Arguments = ["what is expected there, without its decimal point"] },
        Invalid(T.Twice, "Mã này có hai lần, hoặc là chính chỉ tiêu này.", "The id is named twice, or is that of the target itself.",
            "Name each id once."),
        Invalid(T.TooMany, "Nhiều nhất {0}.", "At most {0} are allowed.",
            "Name fewer.") with { Arguments = ["the most"] },
        new(P.NotFound, StatusCode.NotFound, "Đơn vị không có kế hoạch nào mang mã này.", "The unit has no plan of this id.",
            "Correct the id; ListPlans has those there are."),
        new ErrorKind(P.NotNow, StatusCode.FailedPrecondition, "Bước này không làm được khi kế hoạch đang ở trạng thái {0}.",
            "The plan is {0}; this step does not begin there.",
            "A draft is opened, commented on and issued; an issued plan is amended.") with { Arguments = ["where the plan is"] },
        new(P.NotAsked, StatusCode.FailedPrecondition, "Đơn vị này không được mời góp ý.", "This unit was not asked to comment.",
            "Have the plan opened to it."),
        Invalid(P.NoDecision, "Cần quyết định: số, ngày, cơ quan ban hành.", "A decision is needed: number, date, issuer.",
            "Give the decision by which it is issued or amended."),
        new ErrorKind(P.DecisionUsed, StatusCode.FailedPrecondition, "Cơ quan ban hành đã dùng số này cho kế hoạch {0}, ngày {1}.",
            "The issuer has used this number for the plan {0}, on {1}.",
            "Look at the number; a repetition goes under the request_id of the first.") with { Arguments = ["the plan", "the date"] },
        new ErrorKind(P.DecisionTooEarly, StatusCode.FailedPrecondition, "Quyết định điều chỉnh không thể trước quyết định ban hành, ngày {0}.",
            "An amendment cannot be dated before the decision that issued the plan, on {0}.",
            "Look at the date.") with { Arguments = ["the date of the decision that issued it"] },
        new(P.NoTargets, StatusCode.FailedPrecondition, "Kế hoạch không có chỉ tiêu nào nên không ban hành được.",
            "A plan without targets cannot be issued.",
            "Draft its targets first."),
        new ErrorKind(P.OtherPlan, StatusCode.FailedPrecondition, "Chỉ tiêu này thuộc kế hoạch {0} đã ban hành.",
            "The target belongs to the plan {0}, which is issued.",
            "Amend that plan, or take the target back there first.") with { Arguments = ["the other plan"] },
        Invalid(P.Twice, "Chỉ tiêu này có hai lần trong kế hoạch.", "The target is named twice.",
            "Name each indicator, range and tier once."),
        new ErrorKind(P.TooMany, StatusCode.FailedPrecondition, "Đã đến giới hạn {0}.", "The limit of {0} is reached.",
            "Begin another plan.") with { Arguments = ["the most"] },
        new(P.NotQualitative, StatusCode.FailedPrecondition, "Không có chỉ tiêu định tính nào ở đây để đánh giá.",
            "There is no qualitative target there that could be judged.",
            "Set the target as qualitative first; others are judged by their figures."),
    ];

    private static ErrorKind Invalid(string reason, string vi, string en, string @do) => new(reason, StatusCode.InvalidArgument, vi, en, @do);
}
