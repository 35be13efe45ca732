using Units.Silo.Storage;
using Units.Storage.Tests;
using Units.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Units.Storage.Tests;

/// <summary>A PostgreSQL server for the tests of this project, with a migrated database to copy.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private string _template = "";

    /// <summary>The server.</summary>
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Nothing here is about a server that dies: the tests that kill have servers of their own.
        Server = await PostgresServer.Start("fsync=off", "log_line_prefix=%u@%d ");
        _template = await Server.CreateDatabase();
        await using PostgresDatabase database = PostgresDatabase.Of(Server.ConnectionString(_template, PostgresServer.Owner) + ";Pooling=false");
        await PostgresSchema.Migrate(database, PostgresServer.Runtime);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A migrated database of its own.</summary>
    public Task<string> CreateDatabase() => Server.CreateDatabase(_template);
}
