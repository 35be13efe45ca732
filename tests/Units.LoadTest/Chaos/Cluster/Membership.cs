using Npgsql;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>What the cluster says of its silos, read from its table by plain SQL.</summary>
internal sealed class Membership(NpgsqlDataSource database)
{
    // The numbers of Orleans' SiloStatus.
    private const int Active = 3;
    private const int Dead = 6;

    /// <summary>The generation of the silo at an address that takes part now; null where none does.</summary>
    public async Task<int?> ActiveAt(string address) => await Latest(address) is ({ } generation, Active) ? generation : null;

    /// <summary>Whether a generation of the silo at an address was declared dead, or has left.</summary>
    public async Task<bool> IsDead(string address, int generation)
    {
        await using NpgsqlCommand command = database.CreateCommand(
            "SELECT Status FROM units.OrleansMembershipTable WHERE Address = $1 AND Generation = $2");
        command.Parameters.AddWithValue(address);
        command.Parameters.AddWithValue(generation);
        return await command.ExecuteScalarAsync() is Dead;
    }

    private async Task<(int? Generation, int Status)> Latest(string address)
    {
        await using NpgsqlCommand command = database.CreateCommand(
            "SELECT Generation, Status FROM units.OrleansMembershipTable WHERE Address = $1 ORDER BY Generation DESC LIMIT 1");
        command.Parameters.AddWithValue(address);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? (row.GetInt32(0), row.GetInt32(1)) : (null, 0);
    }
}
