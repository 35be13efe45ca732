using System.Collections.Concurrent;
using Npgsql;

namespace Units.LoadTest.Contenders.Directory;

/// <summary>Units and measures: rows in the database, and in memory once they were asked for. They are only added, so what is known stays true.</summary>
internal sealed class ContenderDirectory(NpgsqlDataSource source)
{
    private const string UnitColumns = "SELECT number, id, path FROM units";
    private const string MeasureColumns = "SELECT number, id, scale FROM measures";

    private readonly ConcurrentDictionary<string, KnownUnit> _units = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, KnownUnit> _unitsByNumber = new();
    private readonly ConcurrentDictionary<string, KnownMeasure> _measures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, KnownMeasure> _measuresByNumber = new();

    /// <summary>Creates a unit under a parent, or a root; false where it was there.</summary>
    public async Task<bool> CreateUnit(string id, KnownUnit? parent)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            WITH me AS (SELECT nextval('unit_numbers')::int AS number)
            INSERT INTO units (number, id, path) SELECT number, $1, ARRAY[number] || $2 FROM me ON CONFLICT (id) DO NOTHING
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = parent?.Path ?? [] });
        return await command.ExecuteNonQueryAsync() > 0;
    }

    /// <summary>Creates a measure; false where it was there.</summary>
    public async Task<bool> CreateMeasure(string id, int scale)
    {
        await using NpgsqlCommand command = source.CreateCommand("INSERT INTO measures (id, scale) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = scale });
        return await command.ExecuteNonQueryAsync() > 0;
    }

    /// <summary>A unit by its id, or null.</summary>
    public ValueTask<KnownUnit?> Unit(string id) => _units.TryGetValue(id, out KnownUnit? known) ? new(known) : new(LoadUnit("id", id));

    /// <summary>A unit by its number, or null.</summary>
    public ValueTask<KnownUnit?> Unit(int number) =>
        _unitsByNumber.TryGetValue(number, out KnownUnit? known) ? new(known) : new(LoadUnit("number", number));

    /// <summary>A measure by its id, or null.</summary>
    public ValueTask<KnownMeasure?> Measure(string id) =>
        _measures.TryGetValue(id, out KnownMeasure? known) ? new(known) : new(LoadMeasure("id", id));

    /// <summary>A measure by its number, or null.</summary>
    public ValueTask<KnownMeasure?> Measure(int number) =>
        _measuresByNumber.TryGetValue(number, out KnownMeasure? known) ? new(known) : new(LoadMeasure("number", number));

    /// <summary>The children of a unit.</summary>
    public async Task<IReadOnlyList<KnownUnit>> Children(KnownUnit parent)
    {
        await using NpgsqlCommand command = source.CreateCommand(UnitColumns + " WHERE path[2] = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = parent.Number });
        return await ReadUnits(command);
    }

    private async Task<KnownUnit?> LoadUnit<T>(string column, T value)
    {
        await using NpgsqlCommand command = source.CreateCommand($"{UnitColumns} WHERE {column} = $1");
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return (await ReadUnits(command)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<KnownUnit>> ReadUnits(NpgsqlCommand command)
    {
        List<KnownUnit> found = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            KnownUnit unit = new(reader.GetInt32(0), reader.GetString(1), reader.GetFieldValue<int[]>(2));
            _units[unit.Id] = unit;
            _unitsByNumber[unit.Number] = unit;
            found.Add(unit);
        }

        return found;
    }

    private async Task<KnownMeasure?> LoadMeasure<T>(string column, T value)
    {
        await using NpgsqlCommand command = source.CreateCommand($"{MeasureColumns} WHERE {column} = $1");
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        KnownMeasure measure = new(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2));
        _measures[measure.Id] = measure;
        _measuresByNumber[measure.Number] = measure;
        return measure;
    }
}
