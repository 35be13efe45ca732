using System.Diagnostics.Metrics;
using Units.Grains;

namespace Units.Silo.Storage;

/// <summary>Shows what storage counts anyway. Nothing is added where storage works: it is read when somebody asks.</summary>
internal sealed class StorageMetrics
{
    private static readonly StorageOperation[] Operations = Enum.GetValues<StorageOperation>();

    /// <summary>Shows it.</summary>
    public StorageMetrics(IMeterFactory meters, IStorage storage)
    {
        Meter meter = meters.Create(UnitTelemetry.Name);
        meter.CreateObservableUpDownCounter("units.journal.queue", () => storage.Queued, "{request}", "Batches and changes that wait for the writer of the journal.");
        meter.CreateObservableCounter("units.storage.queries", () => Operations.Select(operation => new Measurement<long>(
            storage.Counters[operation].Queries, new KeyValuePair<string, object?>("operation", operation.ToString()))), "{query}",
            "What was asked of the database, by operation. Appends by commits is how many batches share a flush.");
    }
}
