namespace Units.Grains.Storage;

/// <summary>What a journal row records. The numbers are stored.</summary>
internal enum RowKind
{
    /// <summary>An entry of <see cref="EntryKind.Set"/>.</summary>
    Set = 0,

    /// <summary>An entry of <see cref="EntryKind.YearToDate"/>.</summary>
    YearToDate = 1,

    /// <summary>An entry of <see cref="EntryKind.Add"/>.</summary>
    Add = 2,

    /// <summary>An entry of <see cref="EntryKind.Clear"/>.</summary>
    Clear = 3,

    /// <summary>An entry of <see cref="EntryKind.HandOver"/>; the row's source is the one that takes over.</summary>
    HandOver = 4,

    /// <summary>The difference that the entry before it carries into the next pin of its register.</summary>
    Carried = 5,

    /// <summary>A target on an amount.</summary>
    Target = 6,

    /// <summary>A threshold on a ratio.</summary>
    RatioTarget = 7,

    /// <summary>A new parent from a month on.</summary>
    Move = 8,

    /// <summary>Months were closed; the detail says by whom and why.</summary>
    ClosePeriod = 9,

    /// <summary>Months were opened again; the detail says by whom and why.</summary>
    ReopenPeriod = 10,

    /// <summary>A plan was drafted, or drafted anew; the detail has it. Rows from here on belong to plans and say no amount.</summary>
    PlanDraft = 11,

    /// <summary>A plan was opened for comments.</summary>
    PlanOpen = 12,

    /// <summary>A unit commented on a plan.</summary>
    PlanComment = 13,

    /// <summary>A plan was issued; the targets that it sets follow.</summary>
    PlanIssue = 14,

    /// <summary>A plan was amended; the targets that it changes follow.</summary>
    PlanAmend = 15,

    /// <summary>A target was allotted to the children, whose own journals have their parts.</summary>
    Allot = 16,
}
