namespace Units;

/// <summary>From which part of what is expected by now a status is given, each in 10⁻² (105 is 1.05). They do not rise.</summary>
/// <param name="Ahead">From here on ahead.</param>
/// <param name="OnCourse">From here on on course.</param>
/// <param name="AtRisk">From here on at risk; below it behind.</param>
[GenerateSerializer, Immutable, Alias("units.StatusThresholds")]
public readonly record struct StatusThresholds([property: Id(0)] int Ahead, [property: Id(1)] int OnCourse, [property: Id(2)] int AtRisk)
{
    /// <summary>The most that one may be.</summary>
    public const int Max = 1_000;

    /// <summary>1.05, 0.95 and 0.80.</summary>
    public static readonly StatusThresholds Usual = new(105, 95, 80);

    /// <summary>True where each is 1 to <see cref="Max"/> and none is above the one before.</summary>
    public bool IsValid => Ahead <= Max && Ahead >= OnCourse && OnCourse >= AtRisk && AtRisk >= 1;
}
