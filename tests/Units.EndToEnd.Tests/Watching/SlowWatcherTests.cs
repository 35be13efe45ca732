using System.Globalization;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Watching;

/// <summary>A watcher that stops reading, beside others that read.</summary>
[Collection(Measured.Name)]
public sealed class SlowWatcherTests(ITestOutputHelper output)
{
    private const int Pairs = 5;
    private const int Load = 200;

    // About twice what the transport takes, so that there is something to skip on a slow machine too.
    private const int Missed = 150;
    private static readonly TimeSpan Run = TimeSpan.FromMilliseconds(2_500);

    [Fact]
    public async Task It_slows_nobody_and_reads_on_with_the_latest()
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
        await country.Probe(screen, Run);

        List<double> ratios = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            double without = 0;
            double with = 0;
            foreach (bool stopped in pair % 2 == 0 ? (bool[])[false, true] : [true, false])
            {
                double median = stopped ? await BesideAStoppedOne(watching, country, screen) : Median(await country.Probe(screen, Run));
                (without, with) = stopped ? (without, median) : (median, with);
            }

            ratios.Add(with / without);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair {pair}: {without:0.0} ms alone, {with:0.0} ms beside a stopped one, ratio {with / without:0.00}"));
        }

        await end.CancelAsync();
        await load;
        Assert.Null(screen.Fault);
        Assert.True(ratios.Order().ElementAt(Pairs / 2) <= 1.2, $"The median ratio is {ratios.Order().ElementAt(Pairs / 2):0.00}.");
    }

    private async Task<double> BesideAStoppedOne(Api api, ProbedCountry country, Screen screen)
    {
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> stopped = api.Totals.WatchTotals(
            new V1.WatchTotalsRequest { Units = { country.Root }, Measures = { country.Measures }, Range = ProbedCountry.Range });
        Assert.True(await stopped.ResponseStream.MoveNext(CancellationToken.None));
        int before = screen.Messages;
        double median = Median(await country.Probe(screen, Run));
        for (int more = 0; screen.Messages - before < Missed; more++)
        {
            Assert.True(more < 30, $"The other one saw only {screen.Messages - before} messages.");
            await country.Probe(screen, TimeSpan.FromSeconds(1));
        }

        int missed = screen.Messages - before;

        // What the transport had taken comes first, 64 KB of it with this client; then the latest.
        int read = 0;
        long n;
        do
        {
            Assert.True(await stopped.ResponseStream.MoveNext(CancellationToken.None));
            n = stopped.ResponseStream.Current.Totals?.Version.N ?? 0;
            read++;
        }
        while (n < screen.Version.N && read < missed);
        output.WriteLine($"the stopped one read {read} messages to reach the latest, of {missed} that the other had seen");
        Assert.True(read < missed, $"It read {read} messages, as many as were sent.");
        return median;
    }

    private static double Median(double[] delays) => delays.Order().ElementAt(delays.Length / 2);
}
