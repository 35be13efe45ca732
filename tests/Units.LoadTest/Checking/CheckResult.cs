namespace Units.LoadTest.Checking;

/// <summary>What a check found.</summary>
/// <param name="Id">Which check it is.</param>
/// <param name="Looked">At what it looked, and at how much.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="Faults">The first of them.</param>
internal sealed record CheckResult(CheckId Id, string Looked, int FaultCount, IReadOnlyList<string> Faults)
{
    /// <summary>True where there is no fault.</summary>
    public bool Passed => FaultCount == 0;
}
