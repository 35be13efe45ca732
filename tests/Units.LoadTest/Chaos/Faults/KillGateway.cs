using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>SIGKILL to a gateway: who used it goes on at the other.</summary>
/// <param name="gateways">How many there are.</param>
/// <param name="usedBy">The wards that use a gateway first.</param>
internal sealed class KillGateway(int gateways, Func<int, IReadOnlySet<int>> usedBy) : IFault
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => "kill -9 of a gateway";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        int victim = scene.Random.Next(gateways);
        ServerProcess gateway = scene.Cluster.Gateway(victim);
        int process = gateway.Id;
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        await gateway.Kill();
        long start = Stopwatch.GetTimestamp();
        await scene.Wait(Away);
        await gateway.Restart();
        return new FaultEvent
        {
            Fault = Name,
            Target = string.Create(CultureInfo.InvariantCulture, $"gateway {victim + 1}"),
            Process = process,
            At = at,
            Start = start,
            End = Stopwatch.GetTimestamp(),
            Affected = usedBy(victim),
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10), OthersGap = TimeSpan.FromSeconds(1) },
        };
    }
}
