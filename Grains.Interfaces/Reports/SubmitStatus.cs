namespace Units;

/// <summary>What became of a submitted report or target.</summary>
public enum SubmitStatus
{
    /// <summary>Durable; the receipt says more.</summary>
    Committed = 0,

    /// <summary>The id is known: the first receipt again, nothing counted twice.</summary>
    Repeated = 1,

    /// <summary>Refused whole and not remembered: every entry was refused, or one was and all were to stand or fall together.</summary>
    Refused = 2,

    /// <summary>The id is known with other content; the receipt shows the first.</summary>
    OtherContent = 3,

    /// <summary>The unit's queue is full; nothing was taken in.</summary>
    QueueFull = 4,

    /// <summary>Storage does not answer: not taken in, or the outcome is unknown. Repeat it under the same id.</summary>
    Unavailable = 5,
}
