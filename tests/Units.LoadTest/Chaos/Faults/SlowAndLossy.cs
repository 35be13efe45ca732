using System.Diagnostics;
using System.Globalization;
using System.Net;
using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Chaos.Network;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>Every byte between silos, and between silos and the database, takes 200 ms, and of the packets of the silos 5 % are lost.</summary>
internal sealed class SlowAndLossy(TimeSpan time) : IFault
{
    private const int LostPercent = 5;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public string Name => "200 ms delay, 5 % loss";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        ChaosCluster cluster = scene.Cluster;
        List<(string Address, int Port)> ends = [cluster.DatabaseEnd, .. Enumerable.Range(0, ChaosCluster.Silos).Select(cluster.SiloEnd)];
        List<SlowWire> wires = [.. ends.Select(e => new SlowWire(cluster.Wires.Host, new IPEndPoint(IPAddress.Parse(e.Address), e.Port), Delay))];
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        try
        {
            await Everywhere(s => cluster.Wires.Redirect(s, [.. ends.Zip(wires, (e, w) => (e.Address, e.Port, w.Port))]));
            await cluster.Wires.Lose(LostPercent);
            await scene.Wait(time);
        }
        finally
        {
            // While the way over them is still there, so that both ends of each connection learn that it ended.
            foreach (SlowWire wire in wires)
            {
                await wire.DisposeAsync();
            }

            await cluster.Wires.Mend();
        }

        long end = Stopwatch.GetTimestamp();
        await scene.Wait(Settling);
        int ended = await scene.StartEnded();
        return new FaultEvent
        {
            Fault = Name,
            Target = "between silos, and silos and database",
            Process = 0,
            At = at,
            Start = start,
            End = end,
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(15), ResumesAfterEnd = true },
            Seen = string.Create(CultureInfo.InvariantCulture, $"{ended} silos ended because of it and were started again"),
        };
    }

    private static Task Everywhere(Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, ChaosCluster.Silos).Select(act));
}
