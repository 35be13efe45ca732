using System.Globalization;
using System.Net;
using Npgsql;
using Orleans.Runtime;

namespace Units.Silo.Storage;

/// <summary>
/// Rows of the table of members which say that a silo at our own address and port was started later than now: a clock was ahead, and has been put right. Orleans takes
/// the later start for the one that is to live, so that every start would end at once until the clock has caught up. Our ports are free, so whoever wrote the rows is gone.
/// </summary>
internal static class LaterSelves
{
    // With a new version of the table, so that the other silos read it anew.
    private const string Sql = """
        WITH gone AS (
          DELETE FROM units.OrleansMembershipTable WHERE DeploymentId = $1 AND Address = $2 AND Port = $3 AND Generation > $4 RETURNING 1),
        version AS (
          UPDATE units.OrleansMembershipVersionTable SET Timestamp = now(), Version = Version + 1 WHERE DeploymentId = $1 AND EXISTS (SELECT 1 FROM gone))
        SELECT count(*) FROM gone
        """;

    /// <summary>Removes them. Only while the ports of the silo are known to be free.</summary>
    /// <param name="table">Connections to the table.</param>
    /// <param name="address">Where the silo will listen.</param>
    /// <param name="port">Its port.</param>
    /// <returns>How many there were.</returns>
    public static async Task<long> Forget(NpgsqlDataSource table, IPAddress address, int port)
    {
        await using NpgsqlCommand command = table.CreateCommand(Sql);
        command.Parameters.AddWithValue(Clustering.ClusterName);
        command.Parameters.AddWithValue(address.ToString());
        command.Parameters.AddWithValue(port);
        command.Parameters.AddWithValue(SiloAddress.AllocateNewGeneration());
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
