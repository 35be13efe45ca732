using System.Globalization;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Planning;

namespace Units.LoadTest.SelfTest;

/// <summary>What is tampered with of targets and plans.</summary>
internal sealed class PlanVictims(PlanEvidence evidence)
{
    /// <summary>The city.</summary>
    public string City => evidence.City;

    /// <summary>A ward with a target.</summary>
    public string Ward => evidence.Wards[0];

    /// <summary>Where the last target stands that was set there by itself.</summary>
    public long Target => evidence.Taken(Ward)[^1].Sequence;

    /// <summary>An amendment that a later one has overtaken: what holds does not show what happens to it.</summary>
    public PlannedVersion Amendment => evidence.Versions[^2];

    /// <summary>Gives the amendment another figure, in its document alone.</summary>
    public Task ChangeAmendment(JournalDatabase journal) =>
        journal.Change(City, Amendment.Sequence, Figure(Amendment.Figure), Figure(Amendment.Figure + 1));

    private static string Figure(long figure) => string.Create(CultureInfo.InvariantCulture, $"\"lower\":{figure}");
}
