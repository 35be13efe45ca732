using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Runs reads on pooled connections, and words what goes wrong.</summary>
internal sealed class PostgresReaders(PostgresDatabase database, StorageCounters counters, ILogger logger)
{
    /// <summary>Begins a snapshot of the database: all statements up to <see cref="End"/> see the same rows.</summary>
    public const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /// <summary>Ends a snapshot.</summary>
    public const string End = "COMMIT";

    /// <summary>What <paramref name="read"/> finds.</summary>
    /// <param name="operation">What it is for.</param>
    /// <param name="read">Runs the statements and builds the answer.</param>
    /// <param name="cancellation">Ends the wait, not the statement.</param>
    public Task<T> Read<T>(StorageOperation operation, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation) =>
        ReadToEnd(operation, read).WaitAsync(cancellation);

    /// <summary>The rows of one statement.</summary>
    public static async Task<List<T>> Rows<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, params object[] parameters)
    {
        await using NpgsqlCommand command = new(sql, connection);
        Bind(command.Parameters, parameters);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        return await Rows(reader, row).ConfigureAwait(false);
    }

    /// <summary>The rows of the result that a reader is at.</summary>
    public static async Task<List<T>> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row)
    {
        List<T> rows = [];
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>A statement of a batch.</summary>
    public static NpgsqlBatchCommand Statement(string sql, params object[] parameters)
    {
        NpgsqlBatchCommand command = new(sql);
        Bind(command.Parameters, parameters);
        return command;
    }

    private static void Bind(NpgsqlParameterCollection into, object[] parameters)
    {
        foreach (object parameter in parameters)
        {
            into.Add(new NpgsqlParameter { Value = parameter });
        }
    }

    private async Task<T> ReadToEnd<T>(StorageOperation operation, Func<NpgsqlConnection, Task<T>> read)
    {
        try
        {
            NpgsqlConnection connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                T result = await read(connection).ConfigureAwait(false);
                counters.Count(operation, default);
                return result;
            }
        }
        catch (Exception e) when (PostgresDatabase.IsAway(e))
        {
            StorageLog.ReadFailed(logger, e, operation, database.Name);
            throw database.Unavailable(operation, e);
        }
    }
}
