namespace Units.Benchmarks;

/// <summary>The unit that people write.</summary>
[Alias("units.bench.INaiveUnitGrain")]
internal interface INaiveUnitGrain : IGrainWithStringKey
{
    /// <summary>Adds an amount, once for each id; answers when it is written.</summary>
    [Alias("Submit")]
    Task Submit(string reportId, int measure, long amount);
}
