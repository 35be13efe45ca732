namespace Units.Grains.Propagation;

/// <summary>What leaves a unit together: all of it is formed from one state, then one confirmation releases it.</summary>
internal sealed class Round
{
    /// <summary>Pushes, one a parent at most.</summary>
    public List<Effect.Push> Pushes { get; } = [];

    /// <summary>Children whose push is held.</summary>
    public List<IReply<PushReply>> Acks { get; } = [];

    /// <summary>Answers to parents.</summary>
    public List<(IReply<NudgeReply> Reply, NudgeReply Value)> Nudges { get; } = [];

    /// <summary>Exact reads.</summary>
    public List<(IReply<WatchReading> Reply, WatchReading Value)> Reads { get; } = [];

    /// <summary>True when there is nothing to release.</summary>
    public bool IsEmpty => Pushes.Count == 0 && Acks.Count == 0 && Nudges.Count == 0 && Reads.Count == 0;
}
