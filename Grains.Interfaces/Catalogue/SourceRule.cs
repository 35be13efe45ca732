namespace Units;

/// <summary>How many systems may report one measure of one unit.</summary>
public enum SourceRule
{
    /// <summary>One: the first to report owns the unit's series of the year, until a hand-over.</summary>
    One = 0,

    /// <summary>Many: what they report adds up.</summary>
    Many = 1,
}
