using Units.Gateway.Tests.Support;

namespace Units.Gateway.Tests.Planning;

/// <summary>Requests that are sound until a test spoils them.</summary>
internal static class PlanSamples
{
    public static V1.Decision Decision(string number, string date = "2025-01-02") => new() { Number = number, Date = date, Issuer = "UBND thành phố" };

    public static V1.Target Target(string lower = "507.8", string indicator = "tong-thu", V1.Tier tier = V1.Tier.Unspecified) =>
        new() { Indicator = indicator, Range = "2025", Kind = V1.TargetKind.AtLeast, Lower = lower, Tier = tier };

    public static V1.DraftPlanRequest Draft(string plan, params V1.Target[] targets) => new()
    {
        Unit = "cam-pha",
        Source = "ubnd",
        RequestId = Sample.NewId(),
        Plan = plan,
        Title = "Kế hoạch 2025",
        Range = "2025",
        Theme = "Kỷ cương",
        Targets = { targets },
    };

    public static V1.IssuePlanRequest Issue(string plan, string number) =>
        new() { Unit = "cam-pha", Source = "ubnd", RequestId = Sample.NewId(), Plan = plan, Decision = Decision(number) };

    public static V1.AmendPlanRequest Amend(string plan, string number, params V1.Target[] targets) => new()
    {
        Unit = "cam-pha",
        Source = "ubnd",
        RequestId = Sample.NewId(),
        Plan = plan,
        Decision = Decision(number, "2025-06-30"),
        Targets = { targets },
    };

    public static V1.AssignTargetRequest Assign(V1.Target target) => new() { Unit = "cam-pha", Source = "ubnd", RequestId = Sample.NewId(), Target = target };

    public static V1.AllotTargetRequest Allot(V1.AllotmentRule rule, params V1.AllotmentPart[] parts) => new()
    {
        Unit = "cam-pha",
        Source = "ubnd",
        RequestId = Sample.NewId(),
        Indicator = "tong-thu",
        Range = "2025",
        Rule = rule,
        Parts = { parts },
    };
}
