using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Units.Grains.Storage;
using Units.Silo.Storage;
using Units.TestSupport;

namespace Units.Storage.Tests;

/// <summary>PostgreSQL in a database of its own, under the run-time role.</summary>
internal sealed class PostgresHarness : IStorageHarness
{
    // A test that waits for storage to be away does not wait as long as an operator would.
    private const string Impatient = ";Options=-c lock_timeout=300;Maximum Pool Size=8";

    private readonly PostgresServer _server;

    private PostgresHarness(PostgresServer server, string name)
    {
        _server = server;
        Name = name;
        Storage = Open();
    }

    /// <summary>The database.</summary>
    public string Name { get; }

    public PostgresStorage Storage { get; private set; }

    public IJournal Journal => Storage.Journal;

    public IRegistryStore Registry => Storage.Registry;

    public IKeptPages Pages => Storage.Pages;

    public static async Task<PostgresHarness> Create(PostgresFixture fixture) => new(fixture.Server, await fixture.CreateDatabase());

    /// <summary>The same, where the server logs the plan of every statement.</summary>
    public static async Task<PostgresHarness> CreateExplained(PostgresFixture fixture)
    {
        PostgresHarness harness = await Create(fixture);
        await harness.Run(ExplainedStatements.Setting(harness.Name));
        return harness;
    }

    /// <summary>How the product connects.</summary>
    public string ConnectionString => _server.ConnectionString(Name, PostgresServer.Runtime) + Impatient;

    /// <summary>Another silo's storage on the same database.</summary>
    public PostgresStorage Open() => new(PostgresDatabase.Of(ConnectionString), NullLogger<PostgresStorage>.Instance);

    public async Task Reopen()
    {
        await Storage.DisposeAsync();
        Storage = Open();
    }

    public Task Alter(string sql) => Run(sql);

    public async Task<IAsyncDisposable> TakeAway()
    {
        NpgsqlConnection connection = await Connect();
        await Run(connection, $"BEGIN; {PostgresLocks.Alone}");
        return connection;
    }

    /// <summary>Runs plain SQL beside the product, as the superuser.</summary>
    public async Task Run(string sql)
    {
        await using NpgsqlConnection connection = await Connect();
        await Run(connection, sql);
    }

    /// <summary>The rows that plain SQL finds, with columns joined by a bar.</summary>
    public async Task<List<string>> Query(string sql)
    {
        await using NpgsqlConnection connection = await Connect();
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                DBNull => "NULL",
                byte[] bytes => "x" + Convert.ToHexStringLower(bytes),
                DateTime instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                object value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            })));
        }

        return rows;
    }

    public ValueTask DisposeAsync() => Storage.DisposeAsync();

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> Connect()
    {
        NpgsqlConnection connection = new(_server.ConnectionString(Name, PostgresServer.Superuser) + ";Pooling=false;Search Path=units");
        await connection.OpenAsync();
        return connection;
    }
}
