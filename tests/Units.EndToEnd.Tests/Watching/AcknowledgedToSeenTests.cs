using System.Globalization;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Watching;

/// <summary>How long after its acknowledgement a report is in what a watcher of the root sees, four levels up, on SQLite.</summary>
[Collection(Measured.Name)]
public sealed class AcknowledgedToSeenTests(ITestOutputHelper output)
{
    private const int Load = 300;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Under_moderate_load_99_of_100_reports_are_seen_at_the_root_within_250_ms()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        using Api loading = new(units.GrpcUrl);
        using Api watching = new(units.GrpcUrl);
        ProbedCountry country = await ProbedCountry.Create(api);
        await using Screen screen = new(watching, country.Root, ProbedCountry.Range, country.Measures);
        await screen.Opens();
        using CancellationTokenSource end = new();
        Task load = country.Load(Load, end.Token);
        await country.Probe(screen, TimeSpan.FromSeconds(4));

        double[] p99 = new double[5];
        for (int round = 0; round < p99.Length; round++)
        {
            double[] delays = [.. (await country.Probe(screen, Round)).Order()];
            p99[round] = delays[(int)(delays.Length * 0.99)];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: {delays.Length} probes, p50 {delays[delays.Length / 2]:0.0} ms, p99 {p99[round]:0.0} ms, max {delays[^1]:0.0} ms"));
            Assert.True(delays.Length >= 200, $"Only {delays.Length} probes were sent in a round.");
        }

        await end.CancelAsync();
        await load;
        Assert.Null(screen.Fault);
        Assert.True(p99.Order().ElementAt(2) <= 250, $"The median of five rounds is {p99.Order().ElementAt(2):0.0} ms.");
    }
}
