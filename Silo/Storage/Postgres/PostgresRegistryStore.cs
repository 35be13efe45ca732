using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The registry in the journal's database, by the journal's writer.</summary>
internal sealed class PostgresRegistryStore(PostgresDatabase database, PostgresWriter writer, PostgresReaders readers, NumberedNames units) : IRegistryStore
{
    private const string AddUnitSql = "INSERT INTO unit (number, json) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private const string AddMeasureSql = "INSERT INTO measure (id, number, json) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    private const string AddIndicatorSql = "INSERT INTO indicator (id, number, json) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private const string AddIdentifierSql =
        "INSERT INTO unit_identifier (unit, n, scheme, value, from_day, to_day) VALUES ($1, $2, $3, $4, $5, $6)";

    /// <inheritdoc/>
    public Task<RegistryReading> Load(CancellationToken cancellation) => readers.Read(StorageOperation.RegistryLoad, PostgresRegistry.Run, cancellation);

    /// <inheritdoc/>
    public Task<bool> Add(Unit unit, CancellationToken cancellation) =>
        Add([unit.Id.Text, .. unit.Edges.Select(edge => edge.Parent.Text)], connection => AddUnit(connection, unit), cancellation);

    /// <inheritdoc/>
    public Task<bool> Add(Measure measure, CancellationToken cancellation)
    {
        RegistryJson.RequireNumber(measure.Number, measure.Id.Text);
        string json = RegistryJson.Write(StoredMeasure.From(measure));
        return Add([], c => IsNew(c, AddMeasureSql, measure.Id.Text, measure.Number, json), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> Add(Indicator indicator, CancellationToken cancellation)
    {
        RegistryJson.RequireNumber(indicator.Number, indicator.Id.Text);
        string json = RegistryJson.Write(StoredIndicator.From(indicator));
        return Add([], c => IsNew(c, AddIndicatorSql, indicator.Id.Text, indicator.Number, json), cancellation);
    }

    private async Task<bool> AddUnit(NpgsqlConnection connection, Unit unit)
    {
        int number = units[unit.Id.Text];
        if (!await IsNew(connection, AddUnitSql, number, RegistryJson.Write(StoredUnit.From(unit))).ConfigureAwait(false))
        {
            return false;
        }

        await using NpgsqlBatch batch = new(connection) { BatchCommands = { PostgresReaders.Statement("UPDATE ledger SET tree = tree + 1") } };
        foreach (UnitEdge edge in unit.Edges.OrderBy(edge => edge.From))
        {
            PostgresEdges.Write(batch, number, edge.From, units[edge.Parent.Text]);
        }

        for (int n = 0; n < unit.Identifiers.Length; n++)
        {
            UnitIdentifier identifier = unit.Identifiers[n];
            batch.BatchCommands.Add(PostgresReaders.Statement(
                AddIdentifierSql, number, n, identifier.Scheme, identifier.Value, Day(identifier.From), Day(identifier.To)));
        }

        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> IsNew(NpgsqlConnection connection, string sql, params object[] parameters) =>
        await PostgresAppends.Do(connection, sql, parameters).ConfigureAwait(false) == 1;

    private static object Day(DateOnly? day) => day is { } present ? present : DBNull.Value;

    private Task<bool> Add(string[] ids, Func<NpgsqlConnection, Task<bool>> add, CancellationToken cancellation) => writer.Change(
        new ChangeRequest<bool>(StorageOperation.RegistryAdd, isAlone: false, ids, [], add, cause => throw database.Unavailable(StorageOperation.RegistryAdd, cause)),
        cancellation);
}
