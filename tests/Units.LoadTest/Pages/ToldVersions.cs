using System.Diagnostics;
using Grpc.Core;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Pages;

/// <summary>A watcher over gRPC for each unit of the pages: what it is told, and when, is what pages are held against.</summary>
internal sealed class ToldVersions : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, UnitVersions> _units;
    private readonly Task _watching;

    /// <summary>Begins to watch.</summary>
    public ToldVersions(PageAsk ask, Client side)
    {
        _units = ask.Units.ToDictionary(u => u, _ => new UnitVersions());
        _watching = Task.WhenAll(_units.Select(u => Watch(ask, side, u.Key, u.Value)));
    }

    /// <summary>True once each unit has been told of.</summary>
    public bool HasBegun => _units.Values.All(u => u.HasBegun);

    /// <summary>What is told of a unit.</summary>
    public UnitVersions Of(string unit) => _units[unit];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task Watch(PageAsk ask, Client side, string unit, UnitVersions versions)
    {
        try
        {
            V1.WatchTotalsRequest request = new() { Units = { unit }, Measures = { ask.Measure }, Range = ask.Range };
            using AsyncServerStreamingCall<V1.WatchTotalsResponse> call = side.Totals.WatchTotals(request, cancellationToken: _end.Token);
            while (await call.ResponseStream.MoveNext(_end.Token))
            {
                if (call.ResponseStream.Current.Totals is { } totals)
                {
                    versions.Take((totals.Version.Epoch, totals.Version.N), Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException && _end.IsCancellationRequested)
        {
            // It is closed.
        }
    }
}
