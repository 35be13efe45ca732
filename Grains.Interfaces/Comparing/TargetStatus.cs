namespace Units;

/// <summary>How a target goes, as leaders use it. The order is from bad to good.</summary>
public enum TargetStatus
{
    /// <summary>Nothing can be said yet; a <see cref="Gap"/> says why.</summary>
    NotYetAssessable = 0,

    /// <summary>Behind (chậm).</summary>
    Behind = 1,

    /// <summary>At risk (nguy cơ không đạt).</summary>
    AtRisk = 2,

    /// <summary>On course (đúng tiến độ).</summary>
    OnCourse = 3,

    /// <summary>Ahead (vượt tiến độ).</summary>
    Ahead = 4,

    /// <summary>Met at the end of the period, or no longer to be missed (đạt).</summary>
    Attained = 5,
}
