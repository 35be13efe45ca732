using System.Net;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>A stop in order: first it says that it is not ready, and only a moment later it takes nothing more in.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task It_says_that_it_is_not_ready_while_it_still_serves_and_then_ends_with_code_0()
    {
        await using UnitsProcess units = new();
        units.Settings["Units__DrainTime"] = Drain.ToString("c");
        await units.Start();
        using Api api = new(units.GrpcUrl);
        string unit = await api.CreateUnit(Api.NewId("unit"));
        string measure = await api.CreateMeasure(Api.NewId("measure"));

        Task<(int ExitCode, TimeSpan Took)> stop = units.Stop();
        await Until.Becomes("not ready", () => units.Health("ready"), status => status == HttpStatusCode.ServiceUnavailable, Drain);
        Assert.Equal(HttpStatusCode.OK, await units.Health("live"));
        await api.Submit(unit, "r-1", new V1.Entry { Measure = measure, Month = "2025-07", Add = "2" });
        (int code, TimeSpan took) = await stop;

        Assert.Equal(0, code);
        Assert.InRange(took, Drain, Drain + Bound);
    }
}
