namespace Units.Gateway.Monitor.Reading;

/// <summary>Ranks children by how they stand to what is expected of them, so that a small one is compared with a large one fairly.</summary>
internal static class LeagueTable
{
    /// <summary>The lines from the best on; those that cannot be ranked come last, by id.</summary>
    public static IReadOnlyList<LeagueLine> Rank(IEnumerable<(UnitId Child, IndicatorReading Reading)> children)
    {
        List<(UnitId Child, IndicatorReading Reading)> all = [.. children];
        Dictionary<UnitId, int> now = Ranks(all.Select(c => (c.Child, c.Reading.Standing.Score)));
        Dictionary<UnitId, int> before = Ranks(all.Select(c => (c.Child, c.Reading.Before?.Score)));
        return
        [
            .. all.Select(c => new LeagueLine(c.Child, c.Reading, now.GetValueOrDefault(c.Child), before.GetValueOrDefault(c.Child)))
                .OrderBy(l => l.Rank == 0 ? int.MaxValue : l.Rank).ThenBy(l => l.Child),
        ];
    }

    private static Dictionary<UnitId, int> Ranks(IEnumerable<(UnitId Child, decimal? Score)> scores)
    {
        (UnitId Child, decimal Score)[] ranked = [.. scores.Where(s => s.Score is not null).Select(s => (s.Child, s.Score!.Value)).OrderByDescending(s => s.Item2)];
        Dictionary<UnitId, int> ranks = new(ranked.Length);
        for (int i = 0; i < ranked.Length; i++)
        {
            bool shared = i > 0 && ranked[i].Score == ranked[i - 1].Score;
            ranks[ranked[i].Child] = shared ? ranks[ranked[i - 1].Child] : i + 1;
        }

        return ranks;
    }
}
