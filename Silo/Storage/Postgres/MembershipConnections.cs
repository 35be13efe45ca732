using Npgsql;

namespace Units.Silo.Storage;

/// <summary>The connections over which a silo reads and writes the table of members: its own, so that a silo whose other connections are all
/// in use is not late to say that it lives, nor to say that another does not.</summary>
internal sealed class MembershipConnections(string connectionString) : IAsyncDisposable
{
    /// <summary>The most of them.</summary>
    public const int Max = 2;

    /// <summary>The pool. It outlives the journal's: a silo that stops says so last.</summary>
    public NpgsqlDataSource Source { get; } = PostgresDatabase.SourceOf(connectionString, Max);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
