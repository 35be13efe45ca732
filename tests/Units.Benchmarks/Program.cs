using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Storage;
using Units;
using Units.Benchmarks;
using Units.Silo;
using Units.Silo.Storage;

// Reports acknowledged durable a second on SQLite: ours, beside a naive grain that writes its state at every report.
// Both in this process, in turn, with the same callers; the median of the rounds is what to quote.
const int Rounds = 5;
const int Wards = 1000;
const int InFlight = 256;
TimeSpan each = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 8);

string directory = Directory.CreateTempSubdirectory("units-bench-").FullName;
HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
builder.AddUnitsSilo(new SiloOptions { StorageDirectory = directory, SiloPort = 21111, GatewayPort = 21112 });
builder.UseOrleans(silo => silo.AddAdoNetGrainStorage("naive", options => options.Configure<Serializer>((storage, serializer) =>
{
    storage.Invariant = "System.Data.SQLite";
    storage.ConnectionString = SnapshotFile.ConnectionString(Path.Combine(directory, "naive.db"));
    storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
})));
SnapshotFile.Prepare(Path.Combine(directory, "naive.db"), NullLogger.Instance);
using IHost host = builder.Build();
await host.StartAsync();
IGrainFactory grains = host.Services.GetRequiredService<IGrainFactory>();
MeasureRef measure = await Country.Create(grains.GetGrain<IRegistryGrain>(0), Wards);

List<double> ours = [];
List<double> naive = [];
for (int round = 0; round <= Rounds; round++)
{
    double a = await Rate(each, round, (ward, id) => grains.GetGrain<IUnitGrain>($"u:ward-{ward}").Submit(Country.Report(measure, id)));
    double b = await Rate(each, round, (ward, id) => grains.GetGrain<INaiveUnitGrain>($"n:ward-{ward}").Submit(id, 1, 1));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round == 0 ? "warm-up" : $"round {round}")}: ours {a:N0}/s, naive {b:N0}/s, ratio {a / b:F2}"));
    if (round > 0)
    {
        ours.Add(a);
        naive.Add(b);
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"median of {Rounds}: ours {Median(ours):N0} reports/s, naive {Median(naive):N0} reports/s, ratio {Median([.. ours.Zip(naive, (a, b) => a / b)]):F2}"));
await host.StopAsync();
Directory.Delete(directory, recursive: true);
return;

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static async Task<double> Rate(TimeSpan length, int round, Func<int, string, Task> submit)
{
    long start = Stopwatch.GetTimestamp();
    int done = 0;
    await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async caller =>
    {
        Random random = new((round * 1000) + caller);
        for (int i = 0; Stopwatch.GetElapsedTime(start) < length; i++)
        {
            await submit(random.Next(Wards), $"{round}-{caller}-{i}");
            Interlocked.Increment(ref done);
        }
    }));
    return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
}
