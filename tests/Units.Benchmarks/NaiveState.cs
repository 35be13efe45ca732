namespace Units.Benchmarks;

/// <summary>The whole state, written at every report.</summary>
[GenerateSerializer, Alias("units.bench.NaiveState")]
internal sealed class NaiveState
{
    /// <summary>Ids of the reports that were counted.</summary>
    [Id(0)] public HashSet<string> Reports { get; set; } = [];

    /// <summary>Amounts by measure.</summary>
    [Id(1)] public Dictionary<int, long> Amounts { get; set; } = [];
}
