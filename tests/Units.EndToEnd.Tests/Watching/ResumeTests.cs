using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Watching;

/// <summary>A watch goes on at another gateway process, and over the death of a silo.</summary>
public sealed class ResumeTests
{
    private const string Month = "2025-03";

    [Fact]
    public async Task A_token_resumes_on_another_gateway_process_and_versions_only_grow()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        string root = await api.CreateUnit(Api.NewId("root"));
        string leaf = await api.CreateUnit(Api.NewId("leaf"), root);
        string measure = await api.CreateMeasure(Api.NewId("measure"));
        await using GatewayProcess second = new(units.GatewayPort);
        await second.Ready();
        string token;
        (long, long) version;
        await using (GatewayProcess first = new(units.GatewayPort))
        {
            await first.Ready();
            using Api one = new(first.GrpcUrl);
            await using Screen screen = new(one, root, "2025", [measure]);
            await api.Submit(leaf, "r-1", new V1.Entry { Measure = measure, Month = Month, Set = "5" });
            await Until.Ends("5 on the first screen", screen.Shows(measure, 5));
            (token, version) = (screen.Token, screen.Version);
        }

        using Api other = new(second.GrpcUrl);
        await using Screen resumed = new(other, root, "2025", [measure], token);
        await resumed.Opens();
        Assert.Equal((0, 0), resumed.Version);
        await api.Submit(leaf, "r-2", new V1.Entry { Measure = measure, Month = Month, Set = "7" });
        await Until.Ends("7 on the second screen", resumed.Shows(measure, 7));
        Assert.True(resumed.Version.CompareTo(version) > 0, $"{resumed.Version} after {version}");

        await units.Kill();
        await units.Start();
        await api.Submit(leaf, "r-3", new V1.Entry { Measure = measure, Month = Month, Set = "9" });
        await Until.Ends("9 on the second screen, after a kill of the silo", resumed.Shows(measure, 9));
        Assert.Null(resumed.Fault);
    }
}
