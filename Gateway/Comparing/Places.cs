namespace Units.Gateway.Comparing;

/// <summary>Gives places: the best first, equal figures sharing a rank, then those without a figure; what is equal goes by id.</summary>
internal static class Places
{
    /// <summary>The items in their order, each with its rank; 0 without a figure.</summary>
    /// <param name="items">What is ranked.</param>
    /// <param name="figure">By what; null for none.</param>
    /// <param name="id">The id of an item.</param>
    /// <param name="leastFirst">True where the least figure is the best.</param>
    public static IEnumerable<(T Item, int Rank)> Of<T, TFigure>(IEnumerable<T> items, Func<T, TFigure?> figure, Func<T, UnitId> id, bool leastFirst = false)
        where TFigure : struct, IComparable<TFigure>
    {
        List<(T Item, TFigure? Figure, UnitId Id)> lines = [.. items.Select(item => (item, figure(item), id(item)))];
        lines.Sort((a, b) => Order(a.Figure, b.Figure, leastFirst) is not 0 and var order ? order : a.Id.CompareTo(b.Id));
        int rank = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            rank = lines[i].Figure is not { } own ? 0
                : i > 0 && lines[i - 1].Figure is { } other && own.CompareTo(other) == 0 ? rank : i + 1;
            yield return (lines[i].Item, rank);
        }
    }

    private static int Order<TFigure>(TFigure? a, TFigure? b, bool leastFirst)
        where TFigure : struct, IComparable<TFigure> => (a, b) switch
        {
            ({ } x, { } y) => leastFirst ? x.CompareTo(y) : y.CompareTo(x),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => 0,
        };
}
