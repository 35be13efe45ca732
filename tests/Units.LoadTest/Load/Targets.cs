namespace Units.LoadTest.Load;

/// <summary>Chooses wards.</summary>
internal sealed class Targets
{
    private readonly int[] _wards;
    private readonly TargetChoice _choice;
    private readonly double[] _upTo;
    private readonly Random _random;

    /// <summary>Chooses among the wards; which of them are the busy ones is chance too.</summary>
    public Targets(IReadOnlyList<int> wards, TargetChoice choice, Random random)
    {
        _wards = [.. wards];
        _choice = choice;
        _random = random;
        random.Shuffle(_wards);
        _upTo = choice == TargetChoice.Zipf ? Cumulated(_wards.Length) : [];
    }

    /// <summary>The place of the next ward.</summary>
    public int Next() => _choice switch
    {
        TargetChoice.Uniform => _wards[_random.Next(_wards.Length)],
        TargetChoice.Zipf => _wards[Rank(_random.NextDouble() * _upTo[^1])],
        _ => _wards[0],
    };

    private int Rank(double at)
    {
        int found = Array.BinarySearch(_upTo, at);
        return Math.Min(found < 0 ? ~found : found + 1, _upTo.Length - 1);
    }

    private static double[] Cumulated(int count)
    {
        double[] sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sums[i] = sum += 1.0 / (i + 1);
        }

        return sums;
    }
}
