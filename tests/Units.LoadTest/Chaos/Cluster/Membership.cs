using Npgsql;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>What the cluster says of its silos, read from its table by plain SQL.</summary>
internal sealed class Membership(NpgsqlDataSource database)
{
    // The numbers of Orleans' SiloStatus.
    private const int Active = 3;
    private const int Dead = 6;

    /// <summary>The generations of a silo at an address that take part now, for all that the others know. A clock that was wrong makes a later one the smaller number.</summary>
    public async Task<IReadOnlySet<int>> ActiveAt(string address)
    {
        await using NpgsqlCommand command = database.CreateCommand("SELECT Generation FROM units.OrleansMembershipTable WHERE Address = $1 AND Status = $2");
        command.Parameters.AddWithValue(address);
        command.Parameters.AddWithValue(Active);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        HashSet<int> active = [];
        while (await row.ReadAsync())
        {
            active.Add(row.GetInt32(0));
        }

        return active;
    }

    /// <summary>Whether generations of the silo at an address were all declared dead, or have left.</summary>
    public async Task<bool> AreDead(string address, IEnumerable<int> generations)
    {
        await using NpgsqlCommand command = database.CreateCommand(
            "SELECT NOT EXISTS (SELECT 1 FROM units.OrleansMembershipTable WHERE Address = $1 AND Generation = ANY($2) AND Status <> $3)");
        command.Parameters.AddWithValue(address);
        command.Parameters.AddWithValue(generations.ToArray());
        command.Parameters.AddWithValue(Dead);
        return await command.ExecuteScalarAsync() is true;
    }
}
