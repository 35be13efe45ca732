using System.Globalization;
using System.Net;
using Orleans.Runtime;
using Units.Silo;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>A silo whose clock was ahead and has been put right can start again at once.</summary>
public sealed class LaterSelvesTests(PostgresFixture fixture)
{
    private const int Port = 11111;

    [Fact]
    public async Task What_this_silo_left_under_a_later_time_goes_and_nothing_else_does()
    {
        await using PostgresHarness harness = await PostgresHarness.Create(fixture);
        await using MembershipConnections connections = new(harness.ConnectionString);
        int now = SiloAddress.AllocateNewGeneration();
        await harness.Run($"INSERT INTO units.OrleansMembershipVersionTable (DeploymentId) VALUES ('{Clustering.ClusterName}')");
        await Member(harness, "127.0.0.1", Port, now + 3600, status: 6);
        await Member(harness, "127.0.0.1", Port, now + 3000, status: 3);
        await Member(harness, "127.0.0.1", Port, now - 60, status: 6);
        await Member(harness, "127.0.0.1", Port + 1, now + 3600, status: 3);
        await Member(harness, "127.0.0.2", Port, now + 3600, status: 3);

        Assert.Equal(2, await LaterSelves.Forget(connections.Source, IPAddress.Loopback, Port));

        Assert.Equal(
            [Row("127.0.0.1", Port, now - 60), Row("127.0.0.1", Port + 1, now + 3600), Row("127.0.0.2", Port, now + 3600)],
            await harness.Query("SELECT Address, Port, Generation FROM units.OrleansMembershipTable ORDER BY Address, Port"));
        Assert.Equal(["1"], await harness.Query("SELECT Version FROM units.OrleansMembershipVersionTable"));

        Assert.Equal(0, await LaterSelves.Forget(connections.Source, IPAddress.Loopback, Port));
        Assert.Equal(["1"], await harness.Query("SELECT Version FROM units.OrleansMembershipVersionTable"));
    }

    private static Task Member(PostgresHarness harness, string address, int port, int generation, int status) => harness.Run(string.Create(CultureInfo.InvariantCulture,
        $"""
        INSERT INTO units.OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, StartTime, IAmAliveTime)
        VALUES ('{Clustering.ClusterName}', '{address}', {port}, {generation}, 'a', 'h', {status}, now(), now())
        """));

    private static string Row(string address, int port, int generation) => string.Create(CultureInfo.InvariantCulture, $"{address}|{port}|{generation}");
}
