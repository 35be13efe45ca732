namespace Units.LoadTest.Compare;

/// <summary>The same figure of several rounds.</summary>
internal sealed class Series
{
    private readonly double[] _sorted;

    /// <summary>Takes the figures of the rounds.</summary>
    public Series(IEnumerable<double> rounds)
    {
        Rounds = [.. rounds];
        _sorted = [.. Rounds.Order()];
    }

    /// <summary>One for each round, in their order.</summary>
    public IReadOnlyList<double> Rounds { get; }

    /// <summary>The one in the middle, the mean of both where there are two; NaN of none.</summary>
    public double Median => _sorted.Length == 0 ? double.NaN : (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The lowest; NaN of none.</summary>
    public double Min => _sorted.Length == 0 ? double.NaN : _sorted[0];

    /// <summary>The highest; NaN of none.</summary>
    public double Max => _sorted.Length == 0 ? double.NaN : _sorted[^1];
}
