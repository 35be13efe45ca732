using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo;

/// <summary>
/// Nudges the roots at start and every minute. Each interior unit then looks at its children's journals and nudges on down,
/// so that a push whose sender died is found without waiting for the next report. Leaves are never woken.
/// </summary>
internal sealed partial class RootSweep(IJournal journal, IGrainFactory grains, TimeProvider time, ILogger<RootSweep> logger) : BackgroundService
{
    /// <summary>The time between sweeps; a fifth of it is jitter, so that silos do not sweep together.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Sweep(stoppingToken);
            await Task.Delay(Every * (0.9 + Random.Shared.NextDouble() * 0.2), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Nudges every interior root once.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        try
        {
            ImmutableArray<UnitId> roots = await journal.ReadInteriorRoots(cancellation);
            await Task.WhenAll(roots.Select(root => grains.GetGrain<IUnitGrain>(UnitKey.Of(root)).Nudge(null, null)));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogSweepFailed(e);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "The sweep did not reach every root; it goes again within a minute")]
    private partial void LogSweepFailed(Exception exception);
}
