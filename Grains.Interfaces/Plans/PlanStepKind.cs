namespace Units;

/// <summary>A step in the life of a plan. The numbers travel.</summary>
public enum PlanStepKind
{
    /// <summary>Drafted, or drafted anew.</summary>
    Draft = 0,

    /// <summary>Opened for comments from named units.</summary>
    Open = 1,

    /// <summary>A comment.</summary>
    Comment = 2,

    /// <summary>Issued by a decision.</summary>
    Issue = 3,

    /// <summary>Amended by a further decision.</summary>
    Amend = 4,
}
