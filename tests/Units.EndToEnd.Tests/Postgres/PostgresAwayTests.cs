using System.Net;
using Grpc.Core;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Postgres;

/// <summary>
/// The server goes away under load: nothing is acknowledged meanwhile, and when it is back each report counts once, without a restart of ours.
/// </summary>
public sealed class PostgresAwayTests
{
    private const int Loaded = 500;

    // Far less than a statement may take: whoever sends while the server is frozen waits no longer than this.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    [Fact]
    public Task After_kill_9_of_the_server_it_goes_on_by_itself() => GoesOn(
        async (server, units) =>
        {
            await server.Kill();
            await Until.Becomes("/health/ready to say that it is not", () => units.Health("ready"), s => s == HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, await units.Health("live"));
        },
        server => server.Resume());

    [Fact]
    public Task After_some_seconds_in_which_the_server_is_frozen_it_goes_on_by_itself() => GoesOn((server, _) => Freeze(server), Thaw);

    [Fact]
    public Task After_a_freeze_that_outlasts_its_statements_it_goes_on_by_itself() => GoesOn(
        async (server, units) =>
        {
            await Freeze(server);
            await units.Line("has no known outcome");
        },
        Thaw);

    private static Task Freeze(PostgresServer server)
    {
        server.Freeze();
        return Task.CompletedTask;
    }

    private static Task Thaw(PostgresServer server)
    {
        server.Thaw();
        return Task.CompletedTask;
    }

    private static async Task GoesOn(Func<PostgresServer, UnitsProcess, Task> goesAway, Func<PostgresServer, Task> comesBack)
    {
        await using PostgresTemplate own = new();
        PostgresServer server = await own.Server();
        await using UnitsProcess units = await UnitsProcess.Started(await own.Migrated());
        using Api api = new(units.GrpcUrl);
        Reporter reporter = new(api, Deadline);
        Tree tree = await Tree.Create(api);
        string leaf = await api.CreateUnit(Api.NewId("leaf"));
        V1.Entry one = new() { Measure = await api.CreateMeasure(Api.NewId("measure")), Month = Reporter.Month, Add = "1" };
        await api.Submit(leaf, "before", one);

        using Load load = new(tree, units.GrpcUrl);
        await IsUnderLoad(load);
        load.MarkInFlight();
        await goesAway(server, units);
        await NothingIsAcknowledged(reporter, load, leaf, one);
        await comesBack(server);
        await IsUnderLoad(load);
        await load.End();

        long[] after = [2, 3];
        Assert.Equal(after, await reporter.CountOnce(leaf, one, "during", "during-2"));
        await reporter.Holds(leaf, one.Measure, 3);
        Aftermath aftermath = new(tree, load.Acknowledged);
        await aftermath.EveryTotalIsExact(api);
        await aftermath.ReceiptsAreTheFirst(api);
        await units.Ready();
        Assert.DoesNotContain(PostgresData.Password, units.Output, StringComparison.Ordinal);
        await units.Stop();
        aftermath.TheJournalAgrees(units.Data);
    }

    private static async Task IsUnderLoad(Load load)
    {
        int before = load.Acknowledged.Count;
        await Until.Becomes("reports to be acknowledged", () => Task.FromResult(load.Acknowledged.Count - before), n => n >= Loaded);
        load.ThrowIfBroken();
    }

    private static async Task NothingIsAcknowledged(Reporter reporter, Load load, string leaf, V1.Entry one)
    {
        // What was durable before may still be on its way to its sender; by the end of the first call it has arrived.
        Refusal? first = await reporter.Send(leaf, "during", one);
        int before = load.Acknowledged.Count;
        Refusal?[] refusals = [first, await reporter.Send(leaf, "during-2", one)];
        Assert.All(refusals, refusal =>
        {
            Assert.NotNull(refusal);
            if (refusal.Status != StatusCode.DeadlineExceeded)
            {
                Refusal.IsForLater(refusal, StatusCode.Unavailable, "STORAGE_UNAVAILABLE");
            }
        });
        Assert.Equal(before, load.Acknowledged.Count);
    }
}
