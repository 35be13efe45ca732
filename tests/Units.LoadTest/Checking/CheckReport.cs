namespace Units.LoadTest.Checking;

/// <summary>What the checker found.</summary>
/// <param name="Results">Each check that was made.</param>
/// <param name="FoundCount">How many reports with an unknown outcome are in a journal.</param>
/// <param name="LostCount">How many are in none.</param>
internal sealed record CheckReport(IReadOnlyList<CheckResult> Results, int FoundCount, int LostCount)
{
    /// <summary>What the journal has of the run; null where nobody looked.</summary>
    public JournalReports? Journal { get; init; }

    /// <summary>True where no check failed.</summary>
    public bool Passed => Results.All(r => r.Passed);

    /// <summary>The checks that failed.</summary>
    public IEnumerable<CheckId> Failed => Results.Where(r => !r.Passed).Select(r => r.Id);
}
