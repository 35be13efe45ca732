using System.Diagnostics;
using System.Globalization;
using System.Net;
using Grpc.Core;
using Units.LoadTest.Chaos.Network;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>Beside the watchers that read there are some that stopped reading, and some whose end of the connection is gone without a word.</summary>
/// <param name="each">How many of either kind.</param>
/// <param name="time">How long a window is.</param>
internal sealed class SilentWatchers(int each, TimeSpan time) : IFault
{
    // In turn, so that what the machine does besides strikes both kinds.
    private const int Pairs = 3;

    /// <inheritdoc/>
    public string Name => "a tenth of the watchers frozen, a tenth half-open";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        List<(long, long, bool)> windows = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            windows.Add(await Window(scene, false));
            await using Silence silence = await Silence.Of(scene, each);
            windows.Add(await Window(scene, true));
        }

        return new FaultEvent
        {
            Fault = Name,
            Target = string.Create(CultureInfo.InvariantCulture, $"{each} frozen and {each} half-open watchers of the root beside those that read"),
            Process = 0,
            At = at,
            Start = start,
            End = Stopwatch.GetTimestamp(),
            Windows = windows,
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(1), SeenRatio = 1.5 },
        };
    }

    private async Task<(long From, long To, bool IsStruck)> Window(FaultScene scene, bool isStruck)
    {
        long from = Stopwatch.GetTimestamp();
        await scene.Wait(time);
        return (from, Stopwatch.GetTimestamp(), isStruck);
    }

    /// <summary>Watches that nobody reads.</summary>
    private sealed class Silence : IAsyncDisposable
    {
        private readonly List<Client> _clients = [];
        private readonly List<AsyncServerStreamingCall<V1.WatchTotalsResponse>> _calls = [];
        private readonly List<SlowWire> _wires = [];

        /// <summary>Opens them, at the gateways in turn; each has read its first message.</summary>
        public static async Task<Silence> Of(FaultScene scene, int each)
        {
            Silence silence = new();
            for (int i = 0; i < each; i++)
            {
                Uri gateway = new(scene.Cluster.GrpcUrls[i % scene.Cluster.GrpcUrls.Count]);
                await silence.Watch(gateway.ToString(), scene.RootQuestion);
                SlowWire wire = new(IPAddress.Loopback.ToString(), new IPEndPoint(IPAddress.Loopback, gateway.Port), TimeSpan.Zero);
                silence._wires.Add(wire);
                await silence.Watch(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{wire.Port}"), scene.RootQuestion);
                wire.FallSilent();
            }

            return silence;
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            _calls.ForEach(c => c.Dispose());
            _clients.ForEach(c => c.Dispose());
            foreach (SlowWire wire in _wires)
            {
                await wire.DisposeAsync();
            }
        }

        private async Task Watch(string url, V1.WatchTotalsRequest question)
        {
            Client client = new(url);
            _clients.Add(client);
            AsyncServerStreamingCall<V1.WatchTotalsResponse> call = client.Totals.WatchTotals(question);
            _calls.Add(call);
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }
    }
}
