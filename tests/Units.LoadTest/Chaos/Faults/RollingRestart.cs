using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes;
using Units.LoadTest.Sending;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>Each silo, then each gateway, is asked to end and started again, one after the other: a new version is rolled out.</summary>
internal sealed class RollingRestart(int gateways) : IFault
{
    private static readonly TimeSpan Ends = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => "rolling restart of all silos, then all gateways";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        IEnumerable<ServerProcess> all = Enumerable.Range(0, Cluster.ChaosCluster.Silos).Select(scene.Cluster.Silo)
            .Concat(Enumerable.Range(0, gateways).Select(scene.Cluster.Gateway));
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        int first = 0;
        double longest = 0;
        List<string> broken = [];
        foreach (ServerProcess process in all)
        {
            first = first == 0 ? process.Id : first;
            long asked = Stopwatch.GetTimestamp();
            process.Send(Signals.Terminate);
            if (!await process.Ends(Ends))
            {
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"process {process.Id} did not end within {Ends.TotalSeconds} s after SIGTERM"));
                await process.Kill();
            }

            longest = Math.Max(longest, Stopwatch.GetElapsedTime(asked).TotalSeconds);
            await process.Restart();
            await scene.Wait(Between);
        }

        return new FaultEvent
        {
            Fault = Name,
            Target = string.Create(CultureInfo.InvariantCulture, $"{Cluster.ChaosCluster.Silos} silos, {gateways} gateways"),
            Process = first,
            At = at,
            Start = start,
            End = Stopwatch.GetTimestamp(),
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10), Calls = PersistentSender.PolicyAttempts },
            Seen = string.Create(CultureInfo.InvariantCulture, $"the slowest ended {longest:0.0} s after SIGTERM"),
            Broken = broken,
        };
    }
}
