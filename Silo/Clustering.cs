using System.Net;
using Orleans.Configuration;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>How silos find each other, and how soon one that died is known to be dead.</summary>
internal static class Clustering
{
    /// <summary>What a gateway in another process must name too.</summary>
    public const string ClusterName = "units";

    // A silo whose row is older than three of these is no longer waited for: one that starts after all others died starts within half a minute.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(10);

    // News of members go from silo to silo at once. A silo that was frozen and declared dead meanwhile has missed them: it reads the table, and ends.
    private static readonly TimeSpan TableLook = TimeSpan.FromSeconds(5);

    // No clock is off by as much.
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(2);

    /// <summary>On PostgreSQL, one of the silos that share the database; on SQLite, alone.</summary>
    public static void AddClustering(this ISiloBuilder silo, SiloOptions options)
    {
        if (options.StorageProvider != StorageProvider.Postgres)
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, null, ClusterName, ClusterName);
            silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Loopback);
            return;
        }

        silo.Services.AddSingleton(_ => new MembershipConnections(options.ConnectionString));
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterName, ClusterName));
        silo.UseAdoNetClustering(clustering => clustering.Configure<MembershipConnections>((table, connections) =>
            (table.Invariant, table.DataSource) = (StorageExtensions.PostgresInvariant, connections.Source)));

        // Where nothing else is said a silo listens where it is advertised, and nowhere else: these ports know no authentication.
        silo.Configure<EndpointOptions>(endpoints =>
        {
            endpoints.AdvertisedIPAddress = options.Address;
            endpoints.SiloPort = options.SiloPort;
            endpoints.GatewayPort = options.GatewayPort;
        });
        silo.Configure<ClusterMembershipOptions>(membership => Probe(membership, options.ProbeTimeout));
    }

    /// <summary>Three probes without an answer and a silo is dead. Who has said anything within the time that these may take is not.</summary>
    private static void Probe(ClusterMembershipOptions membership, TimeSpan timeout)
    {
        membership.ProbeTimeout = timeout;

        // Orleans waits for up to four times as long where answers were slow. Then a silo that is frozen, whose connections stay open, would
        // be taken for alive for twelve probes.
        membership.MaxProbeTimeout = timeout;
        membership.NumMissedProbesLimit = 3;

        // Of two silos one decides; of three, two: the one that missed the probes, and the one that it asked to probe as well.
        membership.NumVotesForDeathDeclaration = 2;
        membership.TableRefreshTimeout = TableLook;

        // How long another has been joining, and how old one is that is in no table, is judged by one's own clock: a silo whose clock is ahead by five minutes, or by
        // an hour, would take everybody for dead who starts.
        membership.EvictWhenMaxJoinAttemptTimeExceeded = false;
        membership.SiloGenerationRetirementAge = LongAgo;
        membership.IAmAliveTablePublishTimeout = SignOfLife;
    }
}
