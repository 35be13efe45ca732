namespace Units;

/// <summary>What a person judged of a qualitative target. The numbers are stored.</summary>
public enum Assessment
{
    /// <summary>Not yet judged.</summary>
    NotYet = 0,

    /// <summary>Met.</summary>
    Met = 1,

    /// <summary>Not met.</summary>
    NotMet = 2,
}
