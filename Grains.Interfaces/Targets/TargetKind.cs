namespace Units;

/// <summary>When a target is met. The numbers are stored; the first two are those of <see cref="Bound"/>.</summary>
/// <remarks>Growth, reduction, ratio, mean, count of units and minimum over categories are formulas of indicators, on which any of these can be set.</remarks>
public enum TargetKind
{
    /// <summary>At the lower bound or above (≥, "trở lên").</summary>
    AtLeast = 0,

    /// <summary>At the upper bound or below (≤): lower is better.</summary>
    AtMost = 1,

    /// <summary>Strictly above the lower bound (&gt;, "trên").</summary>
    MoreThan = 2,

    /// <summary>Strictly below the upper bound (&lt;, "dưới"): lower is better.</summary>
    LessThan = 3,

    /// <summary>From the lower to the upper bound, both within.</summary>
    Range = 4,

    /// <summary>Exactly the bound; lower and upper are the same.</summary>
    Exactly = 5,

    /// <summary>Within the bounds in every month (giữ vững, duy trì). A month outside is remembered, also when a later one is within again.</summary>
    Maintain = 6,

    /// <summary>Above the value of the same months a year before; no figure (tăng hơn so với).</summary>
    Increase = 7,

    /// <summary>Below the value of the same months a year before; no figure.</summary>
    Decrease = 8,

    /// <summary>Judged by a person: met, not met or not yet, with evidence as text.</summary>
    Qualitative = 9,

    /// <summary>As another target says, at the time of reading (theo chỉ tiêu Thành phố giao).</summary>
    Inherited = 10,

    /// <summary>A headline that is met when the targets on all of its component indicators are.</summary>
    Composite = 11,
}
