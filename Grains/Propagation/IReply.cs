namespace Units.Grains.Propagation;

/// <summary>Where the answer to a call goes. Answered at most once; never, when the activation ends first.</summary>
internal interface IReply<in T>
{
    /// <summary>Answers the call.</summary>
    void Send(T value);

    /// <summary>True when whoever called has gone: the answer is worth no work any more.</summary>
    bool IsAbandoned => false;
}
