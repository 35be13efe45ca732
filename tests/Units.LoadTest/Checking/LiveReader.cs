using System.Globalization;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Checking;

/// <summary>Reads totals while the load goes on, and holds each against what was sent and acknowledged: part of C1.</summary>
internal sealed class LiveReader(Evidence evidence, Tallies tallies, Client client)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly TotalsReader _totals = new(client);
    private readonly Random _random = new(evidence.Plan.Seed);
    private readonly Dictionary<(int Unit, int Measure), long> _highest = [];

    /// <summary>Reads wards and units above them in turn, until it is told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            int measure = _random.Next(evidence.Measures.Growing);
            int unit = _random.Next(2) == 0 ? RecentWard() : evidence.Country.Interior[_random.Next(evidence.Country.Interior.Count)];
            await Read(unit, measure);
            await Task.WhenAny(Task.Delay(Pause, TimeProvider.System, stop));
        }
    }

    /// <summary>What is wrong with a reading; null where it is within its bounds.</summary>
    internal static string? Fault(long read, long least, long most) => read >= least && read <= most
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"was read as {read} while the load went on, and has to be {least} (acknowledged, or read before) to {most} (sent)");

    private async Task Read(int unit, int measure)
    {
        int[] wards = [.. evidence.Country.WardsBelow(unit)];
        bool isWard = wards is [int only] && only == unit;
        long least = isWard ? tallies.Acknowledged(unit, measure) : _highest.GetValueOrDefault((unit, measure));
        string id = evidence.Country.Units[unit].Id;
        Reading? reading = await _totals.TryRead(id, [evidence.Measures.Ids[measure]], evidence.Measures.Range);
        long most = wards.Sum(ward => tallies.Sent(ward, measure));
        if (reading is null)
        {
            return;
        }

        evidence.ReadingsWhileRunning++;
        long read = reading.Amounts[0];
        least = Math.Max(least, _highest.GetValueOrDefault((unit, measure)));
        if (Fault(read, least, most) is { } fault)
        {
            evidence.WhileRunning.Add($"{id}: {evidence.Measures.Ids[measure]} {fault}");
        }

        _highest[(unit, measure)] = Math.Max(read, least);
    }

    private int RecentWard()
    {
        int count = evidence.Log.Count;
        return count == 0 ? evidence.Country.Wards[0] : evidence.Log[_random.Next(Math.Max(0, count - 1_000), count)].Ward;
    }
}
