namespace Units.Silo.Storage;

/// <summary>A request with an answer.</summary>
/// <param name="operation">What it is for.</param>
/// <param name="rows">How many rows it may write.</param>
/// <param name="apply">Does it.</param>
/// <param name="fail">The answer, or the exception, when the outcome is not known.</param>
internal sealed class WriteRequest<T>(StorageOperation operation, int rows, Func<SqliteSession, T> apply, Func<Exception, T> fail)
    : WriteRequest(operation, rows)
{
    private readonly PendingAnswer<T> _answer = new(fail);

    /// <summary>The answer.</summary>
    public Task<T> Answer => _answer.Told;

    /// <inheritdoc/>
    public override void Apply(SqliteSession session) => _answer.Result = apply(session);

    /// <inheritdoc/>
    public override void Complete() => _answer.Complete();

    /// <inheritdoc/>
    public override void Fail(Exception cause) => _answer.Fail(cause);
}
