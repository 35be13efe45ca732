using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo;

/// <summary>
/// Nudges the roots at start, every minute, and when a silo has gone. Each interior unit then looks at its children's journals and nudges on down,
/// so that a push whose sender died is found without waiting for the next report, and the units that went with a silo open on another.
/// Leaves are never woken. Every silo does this, at its own time; once more than needed is harmless.
/// </summary>
internal sealed partial class RootSweep(
    IJournal journal, IGrainFactory grains, IClusterMembershipService members, TimeProvider time, ILogger<RootSweep> logger) : BackgroundService
{
    /// <summary>The time between sweeps; a fifth of it is jitter, so that silos do not sweep together.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>The time before a sweep is repeated that came while calls may still have gone to a silo that has gone.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>The time before a sweep is repeated that did not reach every root.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>How often a sweep is repeated soon after a silo has gone.</summary>
    private const int TimesAfterLoss = 3;

    private readonly Lock _gate = new();
    private TaskCompletionSource _loss = NewLoss();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task noticing = NoticeLosses(stoppingToken);
        int again = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            bool reached = await Sweep(stoppingToken);
            TimeSpan pause = again-- > 0 ? Soon : !reached ? AfterFailure : Every * (0.9 + (Random.Shared.NextDouble() * 0.2));
            if (await LossWithin(pause, stoppingToken))
            {
                again = TimesAfterLoss;
            }
        }

        await noticing;
    }

    /// <summary>Nudges every interior root once.</summary>
    /// <returns>Whether all of them answered.</returns>
    public async Task<bool> Sweep(CancellationToken cancellation)
    {
        try
        {
            ImmutableArray<UnitId> roots = await journal.ReadInteriorRoots(cancellation);
            await Task.WhenAll(roots.Select(root => grains.GetGrain<IUnitGrain>(UnitKey.Of(root)).Nudge(null, null)));
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogSweepFailed(e);
            return false;
        }
    }

    private async Task NoticeLosses(CancellationToken stopping)
    {
        ImmutableHashSet<SiloAddress> active = [];
        try
        {
            await foreach (ClusterMembershipSnapshot now in members.MembershipUpdates.WithCancellation(stopping))
            {
                ImmutableHashSet<SiloAddress> before = active;
                active = [.. now.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress)];
                if (before.Any(silo => !active.Contains(silo)))
                {
                    SignalLoss();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo itself stops.
        }
    }

    private void SignalLoss()
    {
        lock (_gate)
        {
            _loss.TrySetResult();
        }
    }

    private async Task<bool> LossWithin(TimeSpan pause, CancellationToken stopping)
    {
        Task loss;
        lock (_gate)
        {
            loss = _loss.Task;
        }

        await loss.WaitAsync(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (!_loss.Task.IsCompleted)
            {
                return false;
            }

            _loss = NewLoss();
            return true;
        }
    }

    private static TaskCompletionSource NewLoss() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(20, LogLevel.Warning, "The sweep did not reach every root; it goes again within 5 seconds")]
    private partial void LogSweepFailed(Exception exception);
}
