namespace Units;

/// <summary>What became of an entry.</summary>
public enum EntryOutcome
{
    /// <summary>It holds.</summary>
    Accepted = 0,

    /// <summary>It said what already held.</summary>
    Unchanged = 1,

    /// <summary>Its revision is lower than the month's: it changed nothing.</summary>
    Superseded = 2,

    /// <summary>It broke a rule: it changed nothing.</summary>
    Refused = 3,
}
