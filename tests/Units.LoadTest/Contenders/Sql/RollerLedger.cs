using Npgsql;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>Group commit that only appends. <see cref="Roller"/> brings the totals up to date.</summary>
internal sealed class RollerLedger(NpgsqlDataSource source, TimeProvider time) : AppendingLedger(source, time)
{
    /// <summary>The scripts of its schema.</summary>
    public static readonly string[] Schema = ["common.sql", "entries.sql", "roller.sql"];

    /// <inheritdoc/>
    protected override async Task Before(NpgsqlConnection connection)
    {
        // One append at a time over all gateways: so numbers appear in their order, and none turns up below where the roller has been.
        await using NpgsqlCommand command = new("SELECT pg_advisory_xact_lock(1)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
