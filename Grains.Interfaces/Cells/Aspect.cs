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

    /// <summary>What adds up of a target on an indicator: bounds of amounts and counts, the planned numerator and denominator of a ratio. A unit
    /// passes up its own where it has one, else the sum of its children's.</summary>
    Target = 4,

    /// <summary>How many units' targets stand behind <see cref="Target"/>.</summary>
    TargetPresence = 5,

    /// <summary>What is told of a target and never added: its kind, its course, the bounds of what is neither an amount nor a count.</summary>
    RatioTarget = 6,

    /// <summary>Whether <see cref="RatioTarget"/> is set.</summary>
    RatioTargetPresence = 7,
}
