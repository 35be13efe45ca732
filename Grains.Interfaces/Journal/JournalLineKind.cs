namespace Units;

/// <summary>What a line of a journal records. The numbers are stored.</summary>
public enum JournalLineKind
{
    /// <summary>The value of a month, or the level at its end.</summary>
    Set = 0,

    /// <summary>The sum from January to a month.</summary>
    YearToDate = 1,

    /// <summary>So much more in a month.</summary>
    Add = 2,

    /// <summary>The statement of a month went.</summary>
    Clear = 3,

    /// <summary>The series of a year went to another source.</summary>
    HandOver = 4,

    /// <summary>A later statement still holds and took up a difference.</summary>
    Carried = 5,

    /// <summary>A target on an amount.</summary>
    Target = 6,

    /// <summary>A threshold on a ratio.</summary>
    RatioTarget = 7,

    /// <summary>A new parent from a month on.</summary>
    Move = 8,

    /// <summary>Months were closed.</summary>
    ClosePeriod = 9,

    /// <summary>Months were opened again.</summary>
    ReopenPeriod = 10,

    /// <summary>A plan was drafted, or drafted anew.</summary>
    PlanDraft = 11,

    /// <summary>A plan was opened for comments.</summary>
    PlanOpen = 12,

    /// <summary>A unit commented on a plan.</summary>
    PlanComment = 13,

    /// <summary>A plan was issued.</summary>
    PlanIssue = 14,

    /// <summary>A plan was amended.</summary>
    PlanAmend = 15,

    /// <summary>A target was allotted to the children.</summary>
    Allot = 16,
}
