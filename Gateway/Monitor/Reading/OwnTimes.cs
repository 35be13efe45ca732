using Units.Gateway.Caches;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads when the values of a unit that reports itself were last reported: its journal says so exactly.</summary>
internal sealed class OwnTimes(IGrainFactory grains, ValueTimes times)
{
    // Two reports of everything: what was last told before those is shown with its month.
    private const int Lines = 50;

    /// <summary>Takes them from the unit's journal. Of a ratio the later of both measures counts.</summary>
    public async Task Learn(PageContext context, IReadOnlyList<IndicatorReading> readings, CancellationToken cancellation)
    {
        JournalPage page = await grains.GetGrain<IUnitGrain>(UnitKey.Of(context.Unit.Id)).ListEntries(
            new JournalQuery
            {
                Months = context.Period,
                PageSize = Lines,
                Outcome = EntryOutcome.Accepted,
                ManySources = [.. context.Catalogue.Measures.Where(m => m.Sources == SourceRule.Many).Select(m => m.Number)],
            },
            cancellation);
        Dictionary<int, DateTimeOffset> latest = page.Lines
            .Where(l => l.Subject is not null && l.Kind is JournalLineKind.Set or JournalLineKind.Add or JournalLineKind.YearToDate or JournalLineKind.Clear)
            .GroupBy(l => l.Subject!.Value).ToDictionary(g => g.Key, g => g.Max(l => l.ReceivedAt));
        foreach (IndicatorReading reading in readings.Where(r => r.Shown is not null))
        {
            DateTimeOffset[] told = [.. reading.Formula.Measures.Where(m => latest.ContainsKey(m.Number)).Select(m => latest[m.Number])];
            if (told.Length > 0)
            {
                times.Learn(context.Unit.Id, reading, told.Max());
            }
        }
    }
}
