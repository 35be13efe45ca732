using Npgsql;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.SelfTest;

/// <summary>A database on a PostgreSQL server of our own, which ends with the first of them; a copy is another database there.</summary>
internal sealed class PostgresFiles : IProductStorage
{
    private readonly PostgresServer _server;
    private readonly string _database;
    private readonly bool _ownsServer;

    private PostgresFiles(PostgresServer server, string database, bool ownsServer)
    {
        _server = server;
        _database = database;
        _ownsServer = ownsServer;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Settings => Product.OnPostgres(_server.ConnectionString(_database, PostgresServer.Runtime));

    /// <inheritdoc/>
    /// <remarks>As the superuser: the run-time role may not tamper. And not pooled: a copy is only made of what nobody is connected to.</remarks>
    public string Journal => $"{_server.ConnectionString(_database, PostgresServer.Superuser)};Pooling=false";

    /// <summary>Starts a server, with a migrated database.</summary>
    public static async Task<PostgresFiles> Start()
    {
        PostgresServer server = await PostgresServer.Start();
        try
        {
            PostgresFiles files = new(server, await server.CreateDatabase(), ownsServer: true);
            await Product.Migrate(server, files._database);
            return files;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IProductStorage> Copy()
    {
        PostgresFiles copy = new(_server, await _server.CreateDatabase(_database), ownsServer: false);

        // The snapshots belong to the journal as it was: of another journal they would tell lies.
        await using NpgsqlConnection connection = new(copy.Journal);
        await connection.OpenAsync();
        await using NpgsqlCommand forget = new("TRUNCATE units.OrleansStorage", connection);
        await forget.ExecuteNonQueryAsync();
        return copy;
    }

    public ValueTask DisposeAsync() => _ownsServer ? _server.DisposeAsync() : ValueTask.CompletedTask;
}
