namespace Units.Core.Tests.Ledger;

/// <summary>A report and what happens to the batch after it.</summary>
internal sealed record RandomReport(SourceId Source, Entry[] Entries, bool AllOrNothing, Boundary Boundary)
{
    public override string ToString() =>
        $"{Source}{(AllOrNothing ? " whole" : "")} [{string.Join("; ", Entries.Select(e => $"{e.Kind} {e.Measure.Number}.{e.Category}@{e.Month} {e.Value} q{(int)e.Quality} r{e.Revision} {e.NewSource}"))}] {Boundary}";
}
