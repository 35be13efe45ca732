using System.Globalization;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>How the processes of the cluster are configured.</summary>
internal static class ProductSettings
{
    /// <summary>A silo, which listens to other silos at an address.</summary>
    public static IEnumerable<(string Name, string Value)> OfSilo(string database, string address, int port, int gatewayPort, TimeSpan probe) => Pairs(new(Product.OnPostgres(database))
    {
        ["Units__Http__Url"] = ServerProcess.FreeAddress(),
        ["Units__Grpc__Url"] = ServerProcess.FreeAddress(),
        ["Units__Silo__Address"] = address,
        ["Units__Silo__Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Units__Silo__GatewayPort"] = gatewayPort.ToString(CultureInfo.InvariantCulture),
        ["Units__Silo__ProbeTimeout"] = probe.ToString("c", CultureInfo.InvariantCulture),
        ["Units__SampleData__Enabled"] = "false",
    });

    /// <summary>A gateway alone.</summary>
    public static IEnumerable<(string Name, string Value)> OfGateway(string database, string http, string grpc) => Pairs(new(Product.OnPostgres(database))
    {
        ["Units__Http__Url"] = http,
        ["Units__Grpc__Url"] = grpc,
    });

    private static IEnumerable<(string, string)> Pairs(Dictionary<string, string> settings) => settings.Select(s => (s.Key, s.Value));
}
