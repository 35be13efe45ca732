using System.Diagnostics;
using Npgsql;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.Compare;

/// <summary>The limit of the journal: binary COPY of rows that the product wrote into an empty journal with all its indexes.</summary>
internal static class CopyBaseline
{
    // Seconds of copying; what more the product wrote would tell nothing more.
    private const int MaxRows = 500_000;

    /// <summary>Rows a second of one COPY in one transaction over one connection, its commit included: no client can write them faster.</summary>
    /// <param name="postgres">The server of both journals.</param>
    /// <param name="from">The database of the product, which is at rest.</param>
    /// <param name="measures">The measures whose rows are copied.</param>
    public static async Task<double> RowsPerSecond(PostgresServer postgres, string from, IReadOnlyList<string> measures)
    {
        byte[] rows = await Read(postgres.ConnectionString(from, PostgresServer.Owner), measures);
        string to = await postgres.CreateDatabase();
        await Product.Migrate(postgres, to);
        await using NpgsqlConnection connection = new(postgres.ConnectionString(to, PostgresServer.Owner));
        await connection.OpenAsync();
        long begun = Stopwatch.GetTimestamp();
        await using (NpgsqlRawCopyStream copy = await connection.BeginRawBinaryCopyAsync("COPY units.journal FROM STDIN (FORMAT BINARY)"))
        {
            await copy.WriteAsync(rows);
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await using NpgsqlCommand count = new("SELECT count(*) FROM units.journal", connection);
        return (long)(await count.ExecuteScalarAsync())! / seconds;
    }

    private static async Task<byte[]> Read(string connectionString, IReadOnlyList<string> measures)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        // COPY takes no parameters; the ids are the run's own and hold letters, digits and hyphens.
        string ids = string.Join(", ", measures.Select(id => $"'{id}'"));
        await using NpgsqlRawCopyStream copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT j.* FROM units.journal j JOIN units.measure m ON m.number = j.measure WHERE m.id IN ({ids}) LIMIT {MaxRows}) TO STDOUT (FORMAT BINARY)");
        using MemoryStream rows = new();
        await copy.CopyToAsync(rows);
        return rows.ToArray();
    }
}
