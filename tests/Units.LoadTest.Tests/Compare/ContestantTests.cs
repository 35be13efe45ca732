using Units.LoadTest.Compare;
using Units.LoadTest.Contenders;
using Units.LoadTest.Processes;
using Units.LoadTest.Sending;
using Units.LoadTest.Tests.Contenders;
using Xunit;

namespace Units.LoadTest.Tests.Compare;

public sealed class ContestantTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<ContenderKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_contender_comes_up_as_a_process_on_an_empty_database_and_keeps_what_it_is_told(string kind)
    {
        string database = await postgres.Server.CreateDatabase();
        await using ServerProcess server = await Contestant.Start(Enum.Parse<ContenderKind>(kind), postgres.Server, database);
        using Client client = new(server.GrpcUrl);
        V1.CreateMeasureRequest request = new() { Measure = new V1.Measure { Id = "jobs", Kind = V1.MeasureKind.Flow, DisplayName = "Việc làm" } };

        Assert.True((await client.Catalog.CreateMeasureAsync(request)).Created);
        Assert.False((await client.Catalog.CreateMeasureAsync(request)).Created);
        Assert.True(ProcessorTime.OfProcess(server.Id) > 0);
    }
}
