namespace Units;

/// <summary>Where a plan is in its life. Only an issued one counts.</summary>
public enum PlanStatus
{
    /// <summary>Drafted.</summary>
    Draft = 0,

    /// <summary>A draft that is open for comments.</summary>
    Open = 1,

    /// <summary>Issued by a decision.</summary>
    Issued = 2,
}
