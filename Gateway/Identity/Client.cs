using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Identity;

/// <summary>What one client uses of a gateway, against what it may.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A bucket that is filled when it is asked has no timer: there is nothing to dispose of.")]
internal sealed class Client(int callsPerSecond, int reportsPerSecond, int maxWatches, TimeProvider time)
{
    // How long a stream waits before it looks again; what came in meanwhile is taken at once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly TokenBucketRateLimiter? _calls = Bucket(callsPerSecond);
    private readonly TokenBucketRateLimiter? _reports = Bucket(reportsPerSecond);
    private int _watches;
    private long _usedAt = time.GetTimestamp();

    /// <summary>How long nobody has asked anything.</summary>
    public TimeSpan Idle => Volatile.Read(ref _watches) > 0 ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref _usedAt));

    /// <summary>Counts a call.</summary>
    /// <exception cref="RefusedException">There were too many within the second.</exception>
    public void RequireCall()
    {
        if (!Take(_calls))
        {
            throw new RefusedException(GatewayReasons.TooManyCalls, Fields.Number(callsPerSecond));
        }
    }

    /// <summary>Counts a report.</summary>
    /// <exception cref="RefusedException">There were too many within the second.</exception>
    public void RequireReport()
    {
        if (!Take(_reports))
        {
            throw new RefusedException(GatewayReasons.TooManyReports, Fields.Number(reportsPerSecond));
        }
    }

    /// <summary>Counts a report of a stream once it may come: refused, a later one about the same unit would overtake it.</summary>
    public async ValueTask AwaitReport(CancellationToken cancellation)
    {
        while (!Take(_reports))
        {
            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>Counts a watch until it is disposed of.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public IDisposable EnterWatch()
    {
        if (Interlocked.Increment(ref _watches) > maxWatches && maxWatches > 0)
        {
            Interlocked.Decrement(ref _watches);
            throw new RefusedException(GatewayReasons.TooManyWatches, Fields.Number(maxWatches));
        }

        return new Watch(this);
    }

    private static TokenBucketRateLimiter? Bucket(int perSecond) => perSecond == 0 ? null : new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = false,
        QueueLimit = 0,
    });

    private bool Take(TokenBucketRateLimiter? bucket)
    {
        Interlocked.Exchange(ref _usedAt, time.GetTimestamp());
        if (bucket is null)
        {
            return true;
        }

        bucket.TryReplenish();
        using RateLimitLease lease = bucket.AttemptAcquire();
        return lease.IsAcquired;
    }

    private sealed class Watch(Client client) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                Interlocked.Decrement(ref client._watches);
            }
        }
    }
}
