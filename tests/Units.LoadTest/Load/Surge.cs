namespace Units.LoadTest.Load;

/// <summary>A time in a run in which reports come at another rate.</summary>
/// <param name="After">How long after the beginning it begins.</param>
/// <param name="Lasts">How long it lasts.</param>
/// <param name="Rate">Reports a second, on average.</param>
internal sealed record Surge(TimeSpan After, TimeSpan Lasts, double Rate);
