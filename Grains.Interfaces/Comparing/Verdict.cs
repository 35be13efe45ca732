namespace Units;

/// <summary>Whether a target is met by what is known.</summary>
public enum Verdict
{
    /// <summary>It cannot be said; a <see cref="Gap"/> says why.</summary>
    NotAssessable = 0,

    /// <summary>Met.</summary>
    Met = 1,

    /// <summary>Not met.</summary>
    NotMet = 2,
}
