namespace Units.LoadTest.Load;

/// <summary>Which ward reports next.</summary>
internal enum TargetChoice
{
    /// <summary>Each as often as any other.</summary>
    Uniform,

    /// <summary>The ward of rank r in proportion to 1/r: a few report very often.</summary>
    Zipf,

    /// <summary>Always the same one.</summary>
    OneHot,
}
