namespace Units;

/// <summary>What an entry says about a month of a register.</summary>
public enum EntryKind
{
    /// <summary>The value of the month (flow) or the level at its end (stock) is this.</summary>
    Set = 0,

    /// <summary>The sum from January to this month is this. Flows only.</summary>
    YearToDate = 1,

    /// <summary>This much more in the month.</summary>
    Add = 2,

    /// <summary>The statement of the month goes: missing again, which is not 0.</summary>
    Clear = 3,

    /// <summary>From now on another source owns the unit's series of this measure in the year. Measures of one source only.</summary>
    HandOver = 4,
}
