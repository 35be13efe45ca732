namespace Units.EndToEnd.Tests.Kills;

/// <summary>How much of it there is.</summary>
/// <param name="Kills">Kills under load.</param>
/// <param name="DuringStart">Further kills, after every fifth of these, while it starts or has only just come back.</param>
/// <param name="Acknowledged">Reports that are acknowledged at least.</param>
internal sealed record KillPlan(int Kills, int DuringStart, int Acknowledged)
{
    /// <summary>The promise, never made smaller to save time.</summary>
    public static readonly KillPlan Full = new(20, 3, 50_000);

    /// <summary>A quarter of the kills, a fifth of the reports.</summary>
    public static readonly KillPlan Short = new(5, 1, 10_000);
}
