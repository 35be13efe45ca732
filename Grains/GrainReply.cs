using Units.Grains.Propagation;

namespace Units.Grains;

/// <summary>A grain call's answer.</summary>
internal sealed class GrainReply<T> : IReply<T>, IEndable
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GrainReplies _open;
    private readonly T _whenOver;
    private readonly CancellationToken _cancellation;

    public GrainReply(GrainReplies open, T whenOver, CancellationToken cancellation)
    {
        _open = open;
        _whenOver = whenOver;
        _cancellation = cancellation;
        _open.Add(this);
    }

    /// <summary>The answer.</summary>
    public Task<T> Task => _answer.Task;

    /// <inheritdoc/>
    public bool IsAbandoned => _cancellation.IsCancellationRequested;

    /// <inheritdoc/>
    public void Send(T value)
    {
        _open.Remove(this);
        _answer.TrySetResult(value);
    }

    /// <inheritdoc/>
    public void End() => _answer.TrySetResult(_whenOver);
}
