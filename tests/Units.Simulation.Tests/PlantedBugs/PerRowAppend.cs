using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>An append that skips rows whose place is taken, as ON CONFLICT DO NOTHING would.</summary>
internal sealed record PerRowAppend(JournalBatch Batch) : Effect.Append(Batch);
