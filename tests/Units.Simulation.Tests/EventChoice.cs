namespace Units.Simulation;

/// <summary>Chooses events by their weights.</summary>
internal sealed class EventChoice
{
    private readonly double[] _upTo;

    public EventChoice(Profile p)
    {
        double[] weights =
        [
            p.Work, p.Report, p.Read, p.Move, p.Create, p.Crash, p.SiloDeath, p.Duplicate, p.DuplicateEnds, p.Timeout, p.Save, p.Sweep, p.Away,
        ];
        double sum = weights.Sum();
        double at = 0;
        _upTo = [.. weights.Select(w => at += w / sum)];
    }

    /// <summary>The next event.</summary>
    public SimEvent Next(SimRandom random)
    {
        double at = (random.Next() >> 11) * (1.0 / (1UL << 53));
        int chosen = 0;
        while (chosen < _upTo.Length - 1 && at >= _upTo[chosen])
        {
            chosen++;
        }

        return (SimEvent)chosen;
    }
}
