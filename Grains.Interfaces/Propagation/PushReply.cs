namespace Units;

/// <summary>What a parent answers to a push.</summary>
public enum PushReply
{
    /// <summary>It holds this version or a newer one, and will in its next life.</summary>
    Ack = 0,

    /// <summary>It holds another base: send all.</summary>
    SendAll = 1,

    /// <summary>Not now; again a little later.</summary>
    Busy = 2,

    /// <summary>It has heard from a later activation of the child: this one is over.</summary>
    Fenced = 3,
}
