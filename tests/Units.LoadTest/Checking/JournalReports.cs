namespace Units.LoadTest.Checking;

/// <summary>What the journal has of the reports of a run.</summary>
/// <param name="Count">How many it has.</param>
/// <param name="Lost">How many it has to have, and has not.</param>
/// <param name="Doubled">How many it has once too often, or must not have.</param>
internal sealed record JournalReports(int Count, int Lost, int Doubled);
