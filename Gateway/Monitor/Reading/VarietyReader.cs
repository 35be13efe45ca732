using System.Collections.Concurrent;
using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Errors;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>
/// Finds out how unlike the children of a unit stand by each of its indicators. It is a large question, and the answer only chooses what is looked at first:
/// it is kept for minutes, and a page that nobody has asked for lately has its map a moment later.
/// </summary>
internal sealed class VarietyReader(ExactReads reads, ChildList children, VietnamClock clock, TimeProvider time)
{
    private const int MaxKept = 500;

    // A part of what one question may ask for: the unit has others to answer.
    private const int MostCells = TotalsPlan.MaxCells / 4;

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<int, Spread> Nothing = [];

    private readonly ConcurrentDictionary<(UnitId Unit, MonthRange Period), Lazy<Kept>> _kept = new();

    /// <summary>How the children stand by each indicator, by its number; those that are not there do not differ.</summary>
    public async Task<IReadOnlyDictionary<int, Spread>> Read(PageContext context, IReadOnlyList<IndicatorReading> readings, CancellationToken cancellation)
    {
        (UnitId, MonthRange) key = (context.Unit.Id, context.Period);
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        if (_kept.TryGetValue(key, out Lazy<Kept>? known) && time.GetElapsedTime(known.Value.At) >= FreshFor)
        {
            _kept.TryRemove(new(key, known));
        }

        // Whoever looks at it at once waits for the same answer, and none of them ends it.
        Kept kept = _kept.GetOrAdd(key, _ => new Lazy<Kept>(() => new Kept(time.GetTimestamp(), Ask(context, readings)))).Value;
        return await kept.Answer.WaitAsync(cancellation);
    }

    private async Task<IReadOnlyDictionary<int, Spread>> Ask(PageContext context, IReadOnlyList<IndicatorReading> readings)
    {
        BoardPlan plan = new(readings.Where(r => r.Why == Gap.None).Select(r => r.Indicator), context.Period, byChild: true, context.Catalogue, clock);
        if (plan.Sums == 0)
        {
            return Nothing;
        }

        try
        {
            UnitTotals totals = await reads.Read(context.Unit.Id, new TotalsQuery([], [], ByChild: true), CancellationToken.None);
            IReadOnlyList<Unit> listed = await children.Of(context.Unit.Id, context.Period, totals, CancellationToken.None);
            if (listed.Count < 2 || (long)plan.Sums * listed.Count > MostCells)
            {
                return Nothing;
            }

            totals = await reads.Read(context.Unit.Id, plan.Query, CancellationToken.None);
            IReadOnlyList<IndicatorReading>[] all = [.. Children.All(totals, listed, plan.Sums).Select(plan.ReadAll)];
            return all[0].Select((reading, at) => (reading.Indicator.Number, Variety.Spread([.. all.Select(child => child[at].Status)])))
                .ToDictionary(v => v.Number, v => v.Item2);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException or StorageUnavailableException or RefusedException)
        {
            // What is shown first is chosen otherwise.
            return Nothing;
        }
    }

    private sealed record Kept(long At, Task<IReadOnlyDictionary<int, Spread>> Answer);
}
