using Units.LoadTest.Load;

namespace Units.LoadTest.Output;

/// <summary>The figures of a run by the names under which they are shown, required and given as JSON.</summary>
internal static class ResultFigures
{
    /// <summary>All of them, in the order in which they are shown. The cores of the server are there where it runs on this machine.</summary>
    public static IReadOnlyDictionary<string, double> Of(LoadResult result)
    {
        Figures figures = result.Figures;
        Dictionary<string, double> named = new()
        {
            ["seconds"] = figures.Seconds,
            ["offered"] = figures.Offered,
            ["offered_per_s"] = figures.Offered / figures.Seconds,
            ["reports_per_s"] = figures.ReportsPerSecond,
            ["entries_per_s"] = figures.EntriesPerSecond,
            ["acknowledged"] = figures.Acknowledged,
            ["repeated"] = figures.Repeated,
            ["refused"] = figures.Refused,
            ["refused_sound"] = figures.RefusedSound,
            ["unknown"] = figures.Unknown,
            ["unknown_found"] = result.Checks.FoundCount,
        };
        Add(named, "ack", figures.Ack);
        Add(named, "late", figures.Late);
        if (result.Evidence.Watchers.Count > 0)
        {
            Add(named, "seen", figures.Seen);
            named["updates_per_s"] = figures.Meters.UpdatesPerSecond;
        }

        named["generator_cores"] = figures.Meters.GeneratorCores;
        if (figures.Meters.ServerCores is { } cores)
        {
            named["server_cores"] = cores;
        }

        return named;
    }

    private static void Add(Dictionary<string, double> named, string what, Latencies latencies)
    {
        named[$"p50_{what}_ms"] = latencies.At(50);
        named[$"p99_{what}_ms"] = latencies.At(99);
        named[$"p999_{what}_ms"] = latencies.At(99.9);
        named[$"max_{what}_ms"] = latencies.Max;
    }
}
