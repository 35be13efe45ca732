using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Units.TestSupport;

/// <summary>Listens to the meter of the product in one host of this process, and keeps what it says.</summary>
public sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tag)> _said = new();

    /// <summary>Listens to the meters that a host's factory makes.</summary>
    public MeterReader(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Units" && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Keep(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Keep(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Keep(i, value, tags));
        _listener.Start();
    }

    /// <summary>All that an instrument has said since the start, one that is asked being asked once more.</summary>
    /// <param name="instrument">Its name.</param>
    /// <param name="tag">The value of its tag; null for any.</param>
    public double[] Said(string instrument, string? tag = null)
    {
        _listener.RecordObservableInstruments();
        return [.. _said.Where(s => s.Name == instrument && (tag is null || s.Tag == tag)).Select(s => s.Value)];
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _said.Enqueue((instrument.Name, value, tags.Length > 0 ? $"{tags[0].Value}" : ""));
}
