using Npgsql;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>Group commit that only appends. <see cref="Roller"/> brings the totals up to date.</summary>
internal sealed class RollerLedger(NpgsqlDataSource source, TimeProvider time) : AppendingLedger(source, time)
{
    /// <summary>The scripts of its schema.</summary>
    public static readonly string[] Schema = ["common.sql", "entries.sql", "roller.sql"];
}
