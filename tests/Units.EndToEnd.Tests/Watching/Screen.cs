using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Watching;

/// <summary>A watcher of one unit's measures: what it shows, when it began to show it, and that its versions only grow.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly AsyncServerStreamingCall<V1.WatchTotalsResponse> _call;
    private readonly ConcurrentDictionary<(string Measure, long Value), TaskCompletionSource<long>> _awaited = new();
    private readonly ConcurrentDictionary<string, long> _shown = new();
    private readonly Task _reading;
    private readonly string[] _measures;

    /// <summary>Opens it, on a token where one is given, and reads until it is closed.</summary>
    public Screen(Api api, string unit, string range, string[] measures, string token = "")
    {
        _measures = measures;
        _call = api.Totals.WatchTotals(new V1.WatchTotalsRequest { Units = { unit }, Measures = { measures }, Range = range, ResumeToken = token });
        _reading = Read();
    }

    /// <summary>The last token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The last version.</summary>
    public (long Epoch, long N) Version { get; private set; }

    /// <summary>Messages so far.</summary>
    public int Messages { get; private set; }

    /// <summary>What went wrong with the versions, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The value of a measure, 0 before the first.</summary>
    public long Shown(string measure) => _shown.GetValueOrDefault(measure);

    /// <summary>The timestamp at which a measure's value was first this or more.</summary>
    public Task<long> Shows(string measure, long value)
    {
        TaskCompletionSource<long> awaited = _awaited.GetOrAdd((measure, value), _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_shown.GetValueOrDefault(measure, long.MinValue) >= value)
        {
            awaited.TrySetResult(Stopwatch.GetTimestamp());
        }

        return awaited.Task;
    }

    /// <summary>Waits for the first message.</summary>
    public Task Opens() => Until.Becomes("the first message of a watch", () => Task.FromResult(Messages), m => m > 0);

    public async ValueTask DisposeAsync()
    {
        _call.Dispose();
        await _reading;
    }

    private async Task Read()
    {
        try
        {
            while (await _call.ResponseStream.MoveNext(CancellationToken.None))
            {
                Take(_call.ResponseStream.Current);
            }
        }
        catch (Exception e) when (e is RpcException or ObjectDisposedException)
        {
            // Closed, also between two messages, or cut off: whoever asks for a value waits for it elsewhere.
        }
    }

    private void Take(V1.WatchTotalsResponse message)
    {
        long now = Stopwatch.GetTimestamp();
        Token = message.ResumeToken;
        if (message.Totals is { } totals)
        {
            (long, long) version = (totals.Version.Epoch, totals.Version.N);
            if (version.CompareTo(Version) <= 0)
            {
                Fault ??= $"{version} after {Version}";
            }

            Version = version;
            for (int i = 0; i < _measures.Length; i++)
            {
                string value = totals.Measures[i].Value;
                _shown[_measures[i]] = value.Length == 0 ? 0 : long.Parse(value, CultureInfo.InvariantCulture);
            }

            foreach (((string measure, long value), TaskCompletionSource<long> awaited) in _awaited)
            {
                if (_shown.GetValueOrDefault(measure) >= value && awaited.TrySetResult(now))
                {
                    _awaited.TryRemove((measure, value), out _);
                }
            }
        }

        Messages++;
    }
}
