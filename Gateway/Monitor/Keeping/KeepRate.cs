using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Keeping;

/// <summary>Bounds how many pages are kept: what is kept is never taken away again, so that this is what bounds how fast the database grows.</summary>
internal sealed class KeepRate(TimeProvider time)
{
    /// <summary>The most pages an hour of a client.</summary>
    public const int MostOfClient = 30;

    /// <summary>The most pages an hour of all clients of a gateway: about 20 MB.</summary>
    public const int MostOfAll = 300;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, string Client)> _kept = new();

    /// <summary>Counts a page.</summary>
    /// <exception cref="RefusedException">The client, or all together, kept as many within the last hour as may be.</exception>
    public void Enter(string client)
    {
        lock (_gate)
        {
            while (_kept.TryPeek(out (long At, string Client) oldest) && time.GetElapsedTime(oldest.At) >= Hour)
            {
                _kept.Dequeue();
            }

            if (_kept.Count >= MostOfAll)
            {
                throw new RefusedException(GatewayReasons.TooManyPagesKept, Fields.Number(MostOfAll));
            }

            if (_kept.Count(k => k.Client == client) >= MostOfClient)
            {
                throw new RefusedException(GatewayReasons.TooManyPagesKept, Fields.Number(MostOfClient));
            }

            _kept.Enqueue((time.GetTimestamp(), client));
        }
    }
}
