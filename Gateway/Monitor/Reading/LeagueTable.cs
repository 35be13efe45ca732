namespace Units.Gateway.Monitor.Reading;

/// <summary>Ranks children by how they stand to what is expected of them, so that a small one is compared with a large one fairly.</summary>
internal static class LeagueTable
{
    /// <summary>The lines from the best on; those that cannot be ranked come last, by id.</summary>
    public static IReadOnlyList<LeagueLine> Rank(IEnumerable<(UnitId Child, IndicatorReading Reading)> children)
    {
        List<(UnitId Child, IndicatorReading Reading)> all = [.. children];
        // Where nobody has a target, the values themselves are compared; one with a target is never ranked beside one without.
        bool byValue = all.TrueForAll(c => c.Reading.Target is null);
        Dictionary<UnitId, int> now = Ranks(all.Select(c => (c.Child, byValue ? ByValue(c.Reading) : c.Reading.Score)));
        Dictionary<UnitId, int> before = byValue ? [] : Ranks(all.Select(c => (c.Child, c.Reading.ScoreBefore)));
        return
        [
            .. all.Select(c => new LeagueLine(
                    c.Child, c.Reading, now.GetValueOrDefault(c.Child), before.GetValueOrDefault(c.Child), Why(c.Reading, byValue)))
                .OrderBy(l => l.Rank == 0 ? int.MaxValue : l.Rank).ThenBy(l => l.Child),
        ];
    }

    private static Fraction? ByValue(IndicatorReading reading) => reading.Value.Value is { } value ? (reading.LowerIsBetter ? -value : value) : null;

    private static Gap Why(IndicatorReading reading, bool byValue) =>
        byValue ? Judge.Missing(reading.Value) : reading.Score is not null ? Gap.None : reading.Why == Gap.None ? Gap.NotDefined : reading.Why;

    private static Dictionary<UnitId, int> Ranks(IEnumerable<(UnitId Child, Fraction? Score)> scores)
    {
        (UnitId Child, Fraction Score)[] ranked = [.. scores.Where(s => s.Score is not null).Select(s => (s.Child, s.Score!.Value)).OrderByDescending(s => s.Item2)];
        Dictionary<UnitId, int> ranks = new(ranked.Length);
        for (int i = 0; i < ranked.Length; i++)
        {
            bool shared = i > 0 && ranked[i].Score == ranked[i - 1].Score;
            ranks[ranked[i].Child] = shared ? ranks[ranked[i - 1].Child] : i + 1;
        }

        return ranks;
    }
}
