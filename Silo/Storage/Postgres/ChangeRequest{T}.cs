using Npgsql;

namespace Units.Silo.Storage;

/// <summary>A change with an answer.</summary>
/// <param name="operation">What it is for.</param>
/// <param name="isAlone">True where no append may be under way meanwhile.</param>
/// <param name="units">Ids of units that need numbers before it.</param>
/// <param name="sources">Ids of sources that need numbers before it.</param>
/// <param name="apply">Does it.</param>
/// <param name="fail">The answer, or the exception, when the outcome is not known.</param>
internal sealed class ChangeRequest<T>(
    StorageOperation operation, bool isAlone, string[] units, string[] sources, Func<NpgsqlConnection, Task<T>> apply, Func<Exception, T> fail)
    : ChangeRequest(operation, isAlone, units, sources)
{
    private readonly PendingAnswer<T> _answer = new(fail);

    /// <summary>The answer.</summary>
    public Task<T> Answer => _answer.Told;

    /// <inheritdoc/>
    public override async Task Apply(NpgsqlConnection connection) => _answer.Result = await apply(connection).ConfigureAwait(false);

    /// <inheritdoc/>
    public override void Complete() => _answer.Complete();

    /// <inheritdoc/>
    public override void Fail(Exception cause) => _answer.Fail(cause);
}
