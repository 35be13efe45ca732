namespace Units.Silo.Storage;

/// <summary>A request with an answer.</summary>
/// <param name="operation">What it is for.</param>
/// <param name="rows">How many rows it may write.</param>
/// <param name="apply">Does it.</param>
/// <param name="fail">The answer, or the exception, when the outcome is not known.</param>
internal sealed class WriteRequest<T>(StorageOperation operation, int rows, Func<SqliteSession, T> apply, Func<Exception, T> fail)
    : WriteRequest(operation, rows)
{
    // The caller's continuation must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>The answer.</summary>
    public Task<T> Answer => _answer.Task;

    /// <inheritdoc/>
    public override void Apply(SqliteSession session) => _result = apply(session);

    /// <inheritdoc/>
    public override void Complete() => _answer.TrySetResult(_result!);

    /// <inheritdoc/>
    public override void Fail(Exception cause)
    {
        try
        {
            _answer.TrySetResult(fail(cause));
        }
        catch (Exception e)
        {
            _answer.TrySetException(e);
        }
    }
}
