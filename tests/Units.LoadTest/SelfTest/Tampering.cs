using Units.LoadTest.Checking;

namespace Units.LoadTest.SelfTest;

/// <summary>What was done to a run that was in order, and what the checker found.</summary>
/// <param name="What">What was done, in words.</param>
/// <param name="MustFail">The checks that it concerns.</param>
/// <param name="Report">What the checker found.</param>
internal sealed record Tampering(string What, IReadOnlyList<CheckId> MustFail, CheckReport Report)
{
    /// <summary>True where every check failed that must, and no other did.</summary>
    public bool IsDetected => Report.Failed.Order().SequenceEqual(MustFail.Order());
}
