using Npgsql;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A PostgreSQL server with one database that the product has migrated, to be copied. Both are made when somebody first asks.</summary>
internal sealed class PostgresTemplate : IAsyncDisposable
{
    private readonly Lazy<Task<(PostgresServer Server, string Name)>> _made = new(Make);

    /// <summary>The server.</summary>
    public async Task<PostgresServer> Server() => (await _made.Value).Server;

    /// <summary>A migrated database of its own.</summary>
    public async Task<PostgresData> Migrated()
    {
        (PostgresServer server, string name) = await _made.Value;
        return new PostgresData(server, await server.CreateDatabase(name));
    }

    /// <summary>A database in which nothing is.</summary>
    public async Task<PostgresData> Empty()
    {
        PostgresServer server = await Server();
        return new PostgresData(server, await server.CreateDatabase());
    }

    /// <summary>A database out of a dump, migrated afterwards as after any restore.</summary>
    public async Task<PostgresData> Restored(string dump)
    {
        PostgresData data = await Empty();
        await data.Restore(dump);
        (int code, string output) = await PostgresData.Migrate(data.As(PostgresServer.Owner));
        Assert.True(code == 0, $"migrate ended with {code}:\n{output}");
        return data;
    }

    public async ValueTask DisposeAsync()
    {
        if (_made.IsValueCreated && _made.Value.IsCompletedSuccessfully)
        {
            await (await _made.Value).Server.DisposeAsync();
        }
    }

    private static async Task<(PostgresServer Server, string Name)> Make()
    {
        PostgresServer server = await PostgresServer.Start();
        try
        {
            string name = await server.CreateDatabase();
            (int code, string output) = await PostgresData.Migrate(new PostgresData(server, name).As(PostgresServer.Owner));
            Assert.True(code == 0, $"migrate ended with {code}:\n{output}");
            await using NpgsqlConnection check = new(server.ConnectionString(name, PostgresServer.Superuser) + ";Pooling=false");
            await check.OpenAsync();
            await using NpgsqlCommand create = new("CREATE EXTENSION amcheck SCHEMA public", check);
            await create.ExecuteNonQueryAsync();
            return (server, name);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
