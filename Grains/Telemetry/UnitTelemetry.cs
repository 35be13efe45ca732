using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Units.Grains;

/// <summary>What the units of a silo tell of themselves. Without a listener nothing is made; no tag ever has content of a report.</summary>
internal sealed class UnitTelemetry
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "Units";

    /// <summary>The name of an append in a trace.</summary>
    public const string Append = "units.journal.append";

    private long _stagedEntries;

    /// <summary>Begins to count.</summary>
    public UnitTelemetry(IMeterFactory meters)
    {
        Meter meter = meters.Create(Name);
        meter.CreateObservableUpDownCounter("units.staged.entries", () => Volatile.Read(ref _stagedEntries), "{entry}",
            "Entries that units of this silo have taken in and not yet committed.");
        BatchRows = meter.CreateHistogram<long>("units.journal.batch.rows", "{row}", "Rows that one unit appends at once.");
        AppendDuration = meter.CreateHistogram<double>("units.journal.append.duration", "s",
            "From a batch's way to the journal until it is durable, by outcome: how far the journal lags behind what is sent.");
        PushLag = meter.CreateHistogram<double>("units.push.lag", "s",
            "From what a unit has committed, or a child has said, until its parent holds it: one level of the way from acknowledged to visible.");
    }

    /// <summary>Where appends in traces come from.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Rows of a batch.</summary>
    public Histogram<long> BatchRows { get; }

    /// <summary>Seconds until a batch is durable.</summary>
    public Histogram<double> AppendDuration { get; }

    /// <summary>Seconds until a parent holds what is new.</summary>
    public Histogram<double> PushLag { get; }

    /// <summary>So many entries more, or fewer, are staged.</summary>
    public void Staged(int difference) => Interlocked.Add(ref _stagedEntries, difference);
}
