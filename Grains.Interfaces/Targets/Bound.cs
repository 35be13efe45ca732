namespace Units;

/// <summary>The side of a target on which it is met.</summary>
public enum Bound
{
    /// <summary>Met at the value or above.</summary>
    AtLeast = 0,

    /// <summary>Met at the value or below: lower is better.</summary>
    AtMost = 1,
}
