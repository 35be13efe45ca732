namespace Units;

/// <summary>The reasons for which a target is refused by itself.</summary>
public static class TargetReasons
{
    /// <summary>The upper bound is below the lower. Arguments: the lower.</summary>
    public const string UpsideDown = "TARGET_RANGE_UPSIDE_DOWN";

    /// <summary>The kind needs what is not said. Arguments: the kind.</summary>
    public const string Missing = "TARGET_PART_MISSING";

    /// <summary>The kind or the formula of the indicator has no use for what is said. Arguments: the kind, the formula.</summary>
    public const string NotOfKind = "TARGET_PART_NOT_OF_KIND";

    /// <summary>The steps do not divide the months of the range. Arguments: the number of months.</summary>
    public const string Steps = "TARGET_COURSE_STEPS";

    /// <summary>A step is below the one before, or the last is not the whole. Arguments: what is expected there.</summary>
    public const string Step = "TARGET_COURSE_STEP";

    /// <summary>An indicator or a unit is named twice, or the headline itself. Arguments: none.</summary>
    public const string Twice = "TARGET_NAMED_TWICE";

    /// <summary>More are named or required than there can be. Arguments: the most.</summary>
    public const string TooMany = "TARGET_TOO_MANY";
}
