using Units.Gateway.Comparing;

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
        Dictionary<UnitId, int> climbed = byValue ? [] : Climbed([.. all.Where(c => c.Reading is { Score: not null, ScoreBefore: not null })]);
        return
        [
            .. Places.Of(all, c => byValue ? ByValue(c.Reading) : c.Reading.Score, c => c.Child).Select(place => new LeagueLine(
                place.Item.Child, place.Item.Reading, place.Rank, climbed.GetValueOrDefault(place.Item.Child), Why(place.Item.Reading, byValue))),
        ];
    }

    private static Dictionary<UnitId, int> Climbed(List<(UnitId Child, IndicatorReading Reading)> ranked)
    {
        Dictionary<UnitId, int> before = Places.Of(ranked, c => c.Reading.ScoreBefore, c => c.Child).ToDictionary(place => place.Item.Child, place => place.Rank);
        return Places.Of(ranked, c => c.Reading.Score, c => c.Child).ToDictionary(place => place.Item.Child, place => before[place.Item.Child] - place.Rank);
    }

    private static Fraction? ByValue(IndicatorReading reading) => reading.Value.Value is { } value ? (reading.LowerIsBetter ? -value : value) : null;

    private static Gap Why(IndicatorReading reading, bool byValue) =>
        byValue ? Judge.Missing(reading.Value) : reading.Score is not null ? Gap.None : reading.Why == Gap.None ? Gap.NotDefined : reading.Why;
}
