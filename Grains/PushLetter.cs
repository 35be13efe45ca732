namespace Units.Grains;

/// <summary>A message on its way to a parent, with the unit that waits for the answer.</summary>
internal sealed class PushLetter(PushMessage message)
{
    private readonly TaskCompletionSource<PushReply?> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is said.</summary>
    public PushMessage Message => message;

    /// <summary>The answer; null when the call was lost.</summary>
    public Task<PushReply?> Reply => _reply.Task;

    /// <summary>Gives the answer.</summary>
    public void Answer(PushReply? reply) => _reply.TrySetResult(reply);
}
