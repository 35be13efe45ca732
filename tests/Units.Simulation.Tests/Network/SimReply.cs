using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Where an activation answers a call. What it says has left it then, so the invariants look at it here.</summary>
internal sealed class SimReply<T> : IReply<T>, ISimReply
{
    private readonly Simulator _sim;
    private readonly SimCall<T> _call;
    private readonly T _whenOver;
    private readonly Action<T>? _check;
    private bool _isAnswered;

    public SimReply(SimActivation by, SimCall<T> call, T whenOver, Action<T>? check = null)
    {
        _sim = by.Sim;
        _call = call;
        _whenOver = whenOver;
        _check = check;
        by.Replies.Add(this);
    }

    /// <inheritdoc/>
    public void Send(T value)
    {
        if (_isAnswered)
        {
            throw new ViolatedException($"A call is answered twice, now with {value}");
        }

        _isAnswered = true;
        _check?.Invoke(value);
        _sim.Network.Post(new SimResponse<T>(_call, value));
    }

    /// <inheritdoc/>
    public void End()
    {
        if (!_isAnswered)
        {
            _isAnswered = true;
            _sim.Network.Post(new SimResponse<T>(_call, _whenOver));
        }
    }
}
