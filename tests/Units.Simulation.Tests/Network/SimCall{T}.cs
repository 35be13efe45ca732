namespace Units.Simulation;

/// <summary>A call with an answer of a type.</summary>
/// <param name="owner">The activation that waits; null for a client.</param>
/// <param name="then">Takes the answer.</param>
/// <param name="lost">Is called when there will be none.</param>
internal sealed class SimCall<T>(SimActivation? owner, Action<T> then, Action lost) : SimCall(owner)
{
    /// <summary>The answer arrives; a second one, or one that is too late, is not heard.</summary>
    public void Answer(T value)
    {
        if (Close())
        {
            then(value);
            Owner?.Run();
        }
    }

    /// <inheritdoc/>
    public override void TimeOut()
    {
        if (Close())
        {
            lost();
            Owner?.Run();
        }
    }

    private bool Close()
    {
        bool isHeard = IsOpen && !IsAbandoned;
        IsOpen = false;
        return isHeard;
    }
}
