using System.Reflection;
using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Silo.Demo;
using Units.Silo.SampleData;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>What the console shows once everything runs: where to look, and one line to try.</summary>
internal static class Banner
{
    private const string SampleQuery = "/v1/units/cam-pha/totals?indicators=online-dossier-share&range=2019-01/2019-07";

    /// <summary>Prints the addresses, then waits for the sample data and prints what became of it.</summary>
    public static async Task Print(IServiceProvider services, SiloOptions options, TextWriter console)
    {
        GatewayOptions gateway = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        string http = gateway.Http.Url.TrimEnd('/');
        await console.WriteLineAsync(
            $"""

            Units {Version()}
              data        {services.GetRequiredService<IStorage>().Place}
              HTTP        {http}
              gRPC{(gateway.Grpc.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "      " : " (h2c)")}  {gateway.Grpc.Url.TrimEnd('/')}
              health      {http}/health/ready
              monitor     {http}/monitor
            """);
        CancellationToken stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        if (services.GetService<DemoLoader>() is { } demo)
        {
            await Print(demo, console, stopping);
            return;
        }

        if (services.GetService<SampleDataLoader>() is not { } loader)
        {
            await console.WriteLineAsync(options.SampleData
                ? "  sample data: off (it is loaded without a token, and this process asks for one)"
                : "  sample data: off (Units:SampleData:Enabled is false)");
            return;
        }

        try
        {
            SampleDataResult result = await loader.Completion.WaitAsync(stopping);
            await console.WriteLineAsync($"  {result}");
            await console.WriteLineAsync($"\nCẩm Phả's share of dossiers received online, 26.94 %:\n  curl -s '{http}{SampleQuery}'\n");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await console.WriteLineAsync("  sample data: stopped before it was loaded; it goes on at the next start");
        }
    }

    private static async Task Print(DemoLoader demo, TextWriter console, CancellationToken stopping)
    {
        try
        {
            await console.WriteLineAsync("  demo country: filling, all figures are invented");
            TimeSpan took = await demo.Filled.WaitAsync(stopping);
            await console.WriteLineAsync(FormattableString.Invariant($"  demo country: filled in {took.TotalSeconds:0.0} s; reports keep arriving"));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await console.WriteLineAsync("  demo country: stopped before it was filled; it goes on at the next start");
        }
    }

    private static string Version() =>
        typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
