using System.Collections.Concurrent;

namespace Units.Gateway.Monitor.Reading;

/// <summary>
/// When values of units last changed, as far as this gateway saw it happen or read it in a journal. Totals do not carry it: of what changed while nobody looked,
/// and of all that was before the gateway began, it is not known and not made up.
/// </summary>
internal sealed class ValueTimes(TimeProvider time)
{
    private const int MaxKept = 50_000;

    private readonly ConcurrentDictionary<(UnitId Unit, MonthRange Period, int Indicator), (decimal? Value, DateTimeOffset? At)> _known = new();

    /// <summary>Takes a value that a stream shows, and says when it last changed; null where that is not known.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="reading">Its indicator.</param>
    /// <param name="isWatched">True where the stream has shown the value before: what differs has just changed. Otherwise it did some time ago.</param>
    public DateTimeOffset? See(UnitId unit, IndicatorReading reading, bool isWatched) => _known.AddOrUpdate(
        Key(unit, reading), _ => (reading.Shown, null),
        (_, was) => was.Value == reading.Shown ? was : (reading.Shown, isWatched ? time.GetUtcNow() : null)).At;

    /// <summary>Takes when a value was last reported from the journal of the unit itself.</summary>
    public void Learn(UnitId unit, IndicatorReading reading, DateTimeOffset at) => _known.AddOrUpdate(
        Key(unit, reading), _ => (reading.Shown, at), (_, was) => was.Value == reading.Shown && was.At >= at ? was : (reading.Shown, at));

    /// <summary>When a value that was just read last changed; null where that is not known.</summary>
    public DateTimeOffset? Of(UnitId unit, IndicatorReading reading) =>
        _known.TryGetValue(Key(unit, reading), out (decimal? Value, DateTimeOffset? At) known) && known.Value == reading.Shown ? known.At : null;

    private (UnitId Unit, MonthRange Period, int Indicator) Key(UnitId unit, IndicatorReading reading)
    {
        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        return (unit, reading.Course.Period, reading.Indicator.Number);
    }
}
