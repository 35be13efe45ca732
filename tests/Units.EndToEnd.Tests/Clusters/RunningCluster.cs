using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Clusters;

/// <summary>Silos on one PostgreSQL database and a gateway beside them, each a process of its own.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    private RunningCluster(UnitsData data, int silos, bool sampleData)
    {
        Data = data;

        // Before any silo: it waits for them.
        Gateway = new GatewayProcess(data);
        Silos = [.. Enumerable.Range(0, silos).Select(_ => new UnitsProcess(data, sampleData))];
    }

    /// <summary>The data of all of them.</summary>
    public UnitsData Data { get; }

    /// <summary>The silos.</summary>
    public IReadOnlyList<UnitsProcess> Silos { get; }

    /// <summary>The gateway.</summary>
    public GatewayProcess Gateway { get; }

    /// <summary>One whose processes are all ready.</summary>
    public static async Task<RunningCluster> Started(UnitsData data, int silos, bool sampleData = false)
    {
        RunningCluster cluster = new(data, silos, sampleData);
        try
        {
            await Task.WhenAll(cluster.Silos.Select(silo => silo.Start()));
            await cluster.Gateway.Ready();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many silos the cluster itself takes for active.</summary>
    public long Active() => Members("status = 3");

    /// <summary>How many silos have been declared dead, or have said so themselves.</summary>
    public long Dead() => Members("status = 6");

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (UnitsProcess silo in Silos)
        {
            await silo.DisposeAsync();
        }
    }

    private long Members(string condition)
    {
        using System.Data.Common.DbConnection connection = Data.Connect();
        using System.Data.Common.DbCommand count = connection.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM OrleansMembershipTable WHERE {condition}";
        return (long)count.ExecuteScalar()!;
    }
}
