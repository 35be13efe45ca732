namespace Units.EndToEnd.Tests.CityReports;

/// <summary>Targets as the API takes them.</summary>
internal static class Targets
{
    public static V1.Target AtLeast(string lower) => Of(V1.TargetKind.AtLeast, lower: lower);

    public static V1.Target MoreThan(string lower) => Of(V1.TargetKind.MoreThan, lower: lower);

    public static V1.Target AtMost(string upper) => Of(V1.TargetKind.AtMost, upper: upper);

    public static V1.Target LessThan(string upper) => Of(V1.TargetKind.LessThan, upper: upper);

    public static V1.Target Range(string lower, string upper) => Of(V1.TargetKind.Range, lower, upper);

    public static V1.Target Exactly(string value) => Of(V1.TargetKind.Exactly, value, value);

    public static V1.Target Maintain(string lower) => Of(V1.TargetKind.Maintain, lower);

    public static V1.Target Of(V1.TargetKind kind, string lower = "", string upper = "") => new() { Kind = kind, Lower = lower, Upper = upper };

    public static V1.Target In(this V1.Target target, V1.Tier tier)
    {
        target.Tier = tier;
        return target;
    }
}
