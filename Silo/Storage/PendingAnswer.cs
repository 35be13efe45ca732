namespace Units.Silo.Storage;

/// <summary>The answer to what a writer does within a transaction that it shares: known when it was done, told when it is durable.</summary>
/// <param name="whenUnknown">The answer, or the exception, when the outcome is not known.</param>
internal sealed class PendingAnswer<T>(Func<Exception, T> whenUnknown)
{
    // The caller's continuation must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer, once it is told.</summary>
    public Task<T> Told => _told.Task;

    /// <summary>What came of it, should the transaction become durable.</summary>
    public T? Result { get; set; }

    /// <summary>Tells it: the transaction is durable.</summary>
    public void Complete() => _told.TrySetResult(Result!);

    /// <summary>Tells that the outcome is not known.</summary>
    public void Fail(Exception cause)
    {
        try
        {
            _told.TrySetResult(whenUnknown(cause));
        }
        catch (Exception e)
        {
            _told.TrySetException(e);
        }
    }
}
