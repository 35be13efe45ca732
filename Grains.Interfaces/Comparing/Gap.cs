namespace Units;

/// <summary>Why a figure cannot be given, a target not be assessed, or a unit not be ranked.</summary>
public enum Gap
{
    /// <summary>Nothing is lacking.</summary>
    None = 0,

    /// <summary>Nobody has reported it, which is not 0.</summary>
    NotReported = 1,

    /// <summary>The denominator is 0.</summary>
    OverZero = 2,

    /// <summary>A category, or one of several indicators, is not reported.</summary>
    Partial = 3,

    /// <summary>No month of the target has ended yet.</summary>
    NoMonthEnded = 4,

    /// <summary>There is nothing of the year before to hold it against.</summary>
    NothingBefore = 5,

    /// <summary>Nobody has judged it yet.</summary>
    NotJudged = 6,

    /// <summary>The target that it inherits is not set.</summary>
    NothingInherited = 7,

    /// <summary>The targets inherit from one another in a circle.</summary>
    InheritedInCircle = 8,

    /// <summary>A component of it cannot be assessed.</summary>
    Component = 9,

    /// <summary>No target is set.</summary>
    NoTarget = 10,

    /// <summary>The target is 0, so that nothing is a part of it.</summary>
    TargetIsZero = 11,

    /// <summary>The figure is not defined for this kind of target or indicator.</summary>
    NotDefined = 12,

    /// <summary>It does not add up over units.</summary>
    NotAdditive = 13,

    /// <summary>How many units there are is known at the unit itself alone.</summary>
    KnownAtTheUnit = 14,
}
