namespace Units.Gateway.Requests;

/// <summary>Choices about targets between the wire, where 0 is unspecified, and the vocabulary. The names agree, and each number is one more on the wire.</summary>
internal static class TargetEnums
{
    /// <summary>To the vocabulary; at least where nothing is said.</summary>
    public static TargetKind From(V1.TargetKind kind) => kind == V1.TargetKind.Unspecified ? TargetKind.AtLeast : (TargetKind)((int)kind - 1);

    /// <summary>To the wire.</summary>
    public static V1.TargetKind To(TargetKind kind) => (V1.TargetKind)((int)kind + 1);

    /// <summary>To the vocabulary; assigned where nothing is said.</summary>
    public static Tier From(V1.Tier tier) => tier == V1.Tier.Unspecified ? Tier.Assigned : (Tier)((int)tier - 1);

    /// <summary>To the wire.</summary>
    public static V1.Tier To(Tier tier) => (V1.Tier)((int)tier + 1);

    /// <summary>To the vocabulary; even where nothing is said.</summary>
    public static CourseKind From(V1.CourseKind kind) => kind == V1.CourseKind.Unspecified ? CourseKind.Even : (CourseKind)((int)kind - 1);

    /// <summary>To the wire.</summary>
    public static V1.CourseKind To(CourseKind kind) => (V1.CourseKind)((int)kind + 1);

    /// <summary>To the vocabulary; not yet where nothing is said.</summary>
    public static Assessment From(V1.Assessment assessment) =>
        assessment == V1.Assessment.Unspecified ? Assessment.NotYet : (Assessment)((int)assessment - 1);

    /// <summary>To the wire.</summary>
    public static V1.Assessment To(Assessment assessment) => (V1.Assessment)((int)assessment + 1);

    /// <summary>To the vocabulary; equally where nothing is said.</summary>
    public static AllotmentRule From(V1.AllotmentRule rule) =>
        rule == V1.AllotmentRule.Unspecified ? AllotmentRule.Equally : (AllotmentRule)((int)rule - 1);
}
