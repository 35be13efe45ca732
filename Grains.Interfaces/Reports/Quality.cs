namespace Units;

/// <summary>How sure a value is. The default is final and exact.</summary>
[Flags]
public enum Quality
{
    /// <summary>Final and exact.</summary>
    Final = 0,

    /// <summary>An estimate (ước).</summary>
    Estimate = 1,

    /// <summary>At least this much (trên).</summary>
    AtLeast = 2,
}
