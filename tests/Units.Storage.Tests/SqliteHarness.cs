using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Units.Grains.Storage;
using Units.Silo.Storage;

namespace Units.Storage.Tests;

/// <summary>SQLite in a directory of its own.</summary>
internal sealed class SqliteHarness : IStorageHarness
{
    public SqliteHarness() => Storage = SqliteStorage.Open(Directory.Path, NullLogger.Instance);

    public TempDirectory Directory { get; } = new();

    public SqliteStorage Storage { get; private set; }

    public IJournal Journal => Storage.Journal;

    public IRegistryStore Registry => Storage.Registry;

    public IKeptPages Pages => Storage.Pages;

    public string File => Path.Combine(Directory.Path, "units.db");

    public async Task Reopen()
    {
        await Storage.DisposeAsync();
        Storage = SqliteStorage.Open(Directory.Path, NullLogger.Instance);
    }

    public Task Alter(string sql)
    {
        Run(sql);
        return Task.CompletedTask;
    }

    public Task<IAsyncDisposable> TakeAway()
    {
        SqliteConnection connection = Connect();
        Run(connection, "BEGIN EXCLUSIVE");
        return Task.FromResult<IAsyncDisposable>(connection);
    }

    /// <summary>Runs plain SQL beside the product.</summary>
    public void Run(string sql)
    {
        using SqliteConnection connection = Connect();
        Run(connection, sql);
    }

    /// <summary>The rows that plain SQL finds, with columns joined by a bar.</summary>
    public List<string> Query(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                DBNull => "NULL",
                byte[] bytes => "x" + Convert.ToHexStringLower(bytes),
                object value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            })));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        Directory.Dispose();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
