using System.Collections.Concurrent;
using Npgsql;

namespace Units.Silo.Storage;

/// <summary>The numbers that the journal has for ids of units or sources. A number is given once and never changes, so it may be kept.</summary>
/// <param name="table">Where they are: <c>unit_number</c> or <c>source_number</c>.</param>
internal sealed class NumberedNames(string table)
{
    /// <summary>What no id has.</summary>
    public const int None = 0;

    private const int MaxKept = 1_000_000;

    private readonly string _findSql = $"SELECT id, number FROM {table} WHERE id = ANY($1)";

    private readonly string _addSql =
        $"INSERT INTO {table} (id) SELECT k.id FROM unnest($1) AS k(id) WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.id = k.id) ON CONFLICT DO NOTHING";

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of an id that <see cref="Find"/> or <see cref="Ensure"/> has just looked for; <see cref="None"/> where it has none.</summary>
    public int this[string id] => _numbers.GetValueOrDefault(id, None);

    /// <summary>Looks the ids up that are not in memory. Those that were never written have no number.</summary>
    public async Task Find(NpgsqlConnection connection, IEnumerable<string> ids)
    {
        string[] missing = Missing(ids);
        if (missing.Length > 0)
        {
            await Load(connection, missing).ConfigureAwait(false);
        }
    }

    /// <summary>Gives numbers to the ids that have none.</summary>
    /// <param name="connection">A connection without a transaction: a number that was given stays given.</param>
    /// <param name="ids">The ids.</param>
    public async Task Ensure(NpgsqlConnection connection, IEnumerable<string> ids)
    {
        string[] missing = Missing(ids);
        if (missing.Length == 0)
        {
            return;
        }

        await Load(connection, missing).ConfigureAwait(false);
        missing = Missing(missing);
        if (missing.Length == 0)
        {
            return;
        }

        await using NpgsqlCommand add = new(_addSql, connection) { Parameters = { new() { Value = missing } } };
        await add.ExecuteNonQueryAsync().ConfigureAwait(false);
        await Load(connection, missing).ConfigureAwait(false);
    }

    private string[] Missing(IEnumerable<string> ids)
    {
        // Nearly always none: each append asks for each of its units and sources.
        HashSet<string>? missing = null;
        foreach (string id in ids)
        {
            if (id.Length > 0 && !_numbers.ContainsKey(id))
            {
                (missing ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
            }
        }

        return missing is null ? [] : [.. missing];
    }

    private async Task Load(NpgsqlConnection connection, string[] ids)
    {
        if (_numbers.Count + ids.Length > MaxKept)
        {
            _numbers.Clear();
        }

        await using NpgsqlCommand find = new(_findSql, connection) { Parameters = { new() { Value = ids } } };
        await using NpgsqlDataReader reader = await find.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            _numbers[reader.GetString(0)] = reader.GetInt32(1);
        }
    }
}
