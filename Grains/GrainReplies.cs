namespace Units.Grains;

/// <summary>The calls of an activation that wait for an answer.</summary>
internal sealed class GrainReplies
{
    private readonly HashSet<IEndable> _open = [];

    /// <summary>A call that begins to wait.</summary>
    public void Add(IEndable reply) => _open.Add(reply);

    /// <summary>A call that is answered.</summary>
    public void Remove(IEndable reply) => _open.Remove(reply);

    /// <summary>Answers all that still wait with what means "again".</summary>
    public void End()
    {
        foreach (IEndable reply in _open)
        {
            reply.End();
        }

        _open.Clear();
    }
}
