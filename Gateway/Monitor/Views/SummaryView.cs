using System.Globalization;

namespace Units.Gateway.Monitor.Views;

/// <summary>A unit in one line: who has reported, and how many indicators have which status.</summary>
/// <param name="Reported">Who has reported: 3.298/3.321 đơn vị.</param>
/// <param name="Share">The same in per cent; empty where it is not known.</param>
/// <param name="Bar">The same as a length, 0 to 100.</param>
/// <param name="Indicators">How many indicators there are.</param>
/// <param name="Counts">For each status, the worst first: its key, its icon, its word, how many indicators have it, and of how many of those the forecast misses the target.</param>
public sealed record SummaryView(string Reported, string Share, string Bar, string Indicators, IReadOnlyList<StatusCount> Counts)
{
    /// <summary>What changes.</summary>
    public LiveGroup Live => new("sum",
    [
        new("r", Reported), new("p", Share), new("b", Bar), new("n", Indicators),
        .. Counts.Select(c => new KeyValuePair<string, string>(c.Key, Text(c.Count))),
        .. Counts.Where(c => c.Missed is not null).Select(c => new KeyValuePair<string, string>(c.MissedKey, Text(c.Missed!.Value))),
    ]);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
