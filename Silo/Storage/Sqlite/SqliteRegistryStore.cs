using System.Collections.Immutable;
using System.Globalization;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The registry in the journal's database, by the journal's writer.</summary>
internal sealed class SqliteRegistryStore(SqliteDatabase database, SqliteWriter writer, SqliteReaders readers) : IRegistryStore
{
    private const string AddUnitSql = "INSERT INTO unit (id, json) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING 1";
    private const string AddMeasureSql = "INSERT INTO measure (id, number, json) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING 1";
    private const string AddIndicatorSql = "INSERT INTO indicator (id, number, json) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING 1";
    private const string BumpSql = "UPDATE tree SET revision = revision + 1";

    private const string AddIdentifierSql =
        "INSERT INTO unit_identifier (unit, n, scheme, value, from_day, to_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string DayFormat = "yyyy-MM-dd";

    /// <inheritdoc/>
    public Task<RegistryReading> Load(CancellationToken cancellation) => readers.Read(StorageOperation.RegistryLoad, RegistryQuery.Run, cancellation);

    /// <inheritdoc/>
    public Task<bool> Add(Unit unit, CancellationToken cancellation) => Add(session => AddUnit(session, unit), cancellation);

    /// <inheritdoc/>
    public Task<bool> Add(Measure measure, CancellationToken cancellation)
    {
        RegistryJson.RequireNumber(measure.Number, measure.Id.Text);
        string json = RegistryJson.Write(StoredMeasure.From(measure));
        return Add(session => IsNew(session.Prepare(AddMeasureSql).Bind(1, measure.Id.Text).Bind(2, measure.Number).Bind(3, json)), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> Add(Indicator indicator, CancellationToken cancellation)
    {
        RegistryJson.RequireNumber(indicator.Number, indicator.Id.Text);
        string json = RegistryJson.Write(StoredIndicator.From(indicator));
        return Add(session => IsNew(session.Prepare(AddIndicatorSql).Bind(1, indicator.Id.Text).Bind(2, indicator.Number).Bind(3, json)), cancellation);
    }

    private static bool AddUnit(SqliteSession session, Unit unit)
    {
        string json = RegistryJson.Write(StoredUnit.From(unit));
        if (!IsNew(session.Prepare(AddUnitSql).Bind(1, unit.Id.Text).Bind(2, json)))
        {
            return false;
        }

        session.Run(BumpSql);
        foreach (UnitEdge edge in unit.Edges.OrderBy(edge => edge.From))
        {
            AppendCommand.WriteEdge(session, unit.Id, edge);
        }

        SqliteStatement add = session.Prepare(AddIdentifierSql);
        for (int n = 0; n < unit.Identifiers.Length; n++)
        {
            UnitIdentifier identifier = unit.Identifiers[n];
            add.Bind(1, unit.Id.Text).Bind(2, n).Bind(3, identifier.Scheme).Bind(4, identifier.Value)
                .Bind(5, Day(identifier.From)).Bind(6, Day(identifier.To)).Run();
        }

        return true;
    }

    private static bool IsNew(SqliteStatement insert)
    {
        bool isNew = insert.Step();
        if (isNew)
        {
            insert.Run();
        }

        return isNew;
    }

    private static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private Task<bool> Add(Func<SqliteSession, bool> add, CancellationToken cancellation) => writer.Write(
        new WriteRequest<bool>(StorageOperation.RegistryAdd, 1, add, cause => throw database.Unavailable(StorageOperation.RegistryAdd, cause)),
        cancellation);
}
