namespace Units;

/// <summary>What a cell says about its subject. All but the ratio target are additive and roll up.</summary>
public enum Aspect
{
    /// <summary>The amount of a measure.</summary>
    Actual = 0,

    /// <summary>How many registers have a statement: what tells missing from 0.</summary>
    Presence = 1,

    /// <summary>The part of the amount that is an estimate (ước).</summary>
    Estimated = 2,

    /// <summary>How many registers say "at least" (trên).</summary>
    AtLeast = 3,

    /// <summary>The amount of a target on an indicator. A unit passes up its own where it has one, else the sum of its children's.</summary>
    Target = 4,

    /// <summary>How many units' targets stand behind <see cref="Target"/>.</summary>
    TargetPresence = 5,

    /// <summary>The threshold of a target on a ratio: a unit's own, never rolled up, since ratios do not add.</summary>
    RatioTarget = 6,

    /// <summary>Whether a threshold on a ratio is set.</summary>
    RatioTargetPresence = 7,
}
