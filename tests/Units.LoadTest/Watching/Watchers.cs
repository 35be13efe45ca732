using Grpc.Core;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Watching;

/// <summary>Watchers of the root and of the provinces in turn, each a call of WatchTotals.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    /// <summary>How many share a connection: a server takes some thousands of calls over one, and 100 is what most allow.</summary>
    private const int PerConnection = 100;

    private static readonly TimeSpan Reopening = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // For each group of watchers a client a gateway.
    private readonly List<Client[]> _clients = [];
    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _end = new();
    private readonly RunMeasures _measures;

    private Watchers(RunMeasures measures) => _measures = measures;

    /// <summary>What each saw.</summary>
    public List<WatcherLog> Logs { get; } = [];

    /// <summary>Opens them, and waits until each was shown something.</summary>
    public static async Task<Watchers> Open(LoadPlan plan, RunMeasures measures, Connections connections)
    {
        Watchers opened = new(measures);
        int[] units = [0, .. plan.Country.Children[0].Where(c => plan.Country.Children[c].Count > 0)];
        for (int i = 0; i < plan.Watchers; i++)
        {
            if (i % PerConnection == 0)
            {
                int group = i / PerConnection;
                opened._clients.Add([.. Enumerable.Range(0, plan.Gateways.Count).Select(g => connections.ForWatchers(group + g))]);
            }

            int unit = units[i % units.Length];
            WatcherLog log = new(unit, plan.Country.Units[unit].Id, measures);
            opened.Logs.Add(log);
            opened._running.Add(opened.Run(opened._clients[^1], log));
        }

        using CancellationTokenSource patience = new(Patience, TimeProvider.System);
        while (opened.Logs.Any(l => l.Messages == 0))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }

        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        _clients.SelectMany(c => c).ToList().ForEach(c => c.Dispose());
        _end.Dispose();
    }

    private async Task Run(IReadOnlyList<Client> gateways, WatcherLog log)
    {
        string token = "";
        int at = 0;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                V1.WatchTotalsRequest request = new() { Units = { log.Id }, Measures = { _measures.Ids }, Range = _measures.Range, ResumeToken = token };
                using AsyncServerStreamingCall<V1.WatchTotalsResponse> call =
                    gateways[at].Totals.WatchTotals(request, cancellationToken: _end.Token);
                while (await call.ResponseStream.MoveNext(_end.Token))
                {
                    V1.WatchTotalsResponse message = call.ResponseStream.Current;
                    token = message.ResumeToken;
                    if (message.Totals is { } totals)
                    {
                        log.Take(totals);
                    }
                }
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal)
            {
                // Cut off: it goes on from its token, at the next gateway where there is one, and nothing older may be shown.
                at = (at + 1) % gateways.Count;
                await Task.WhenAny(Task.Delay(Reopening, TimeProvider.System, _end.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
