namespace Units.LoadTest.Sending;

/// <summary>Connections to the gateways: some that carry the load, and one for everything else.</summary>
internal sealed class Connections(IReadOnlyList<string> gateways, int count) : IDisposable
{
    /// <summary>Those that carry the load, dealt out to the gateways in turn.</summary>
    public IReadOnlyList<Client> Clients { get; } = [.. Enumerable.Range(0, count).Select(i => new Client(gateways[i % gateways.Count]))];

    /// <summary>The one for setup, readings and checks: what they wait for does not stand behind the load.</summary>
    public Client Side { get; } = new(gateways[0], opensMore: true);

    /// <summary>A client of its own for a watcher: watches last, and would use a connection up.</summary>
    public Client ForWatchers(int group) => new(gateways[group % gateways.Count], opensMore: true);

    public void Dispose()
    {
        Side.Dispose();
        foreach (Client client in Clients)
        {
            client.Dispose();
        }
    }
}
