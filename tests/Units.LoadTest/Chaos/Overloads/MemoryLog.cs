using System.Globalization;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Overloads;

/// <summary>How much memory each process of the product holds, over time.</summary>
internal sealed class MemoryLog(IReadOnlyList<(string Name, ServerProcess Process)> processes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly long[] _most = new long[processes.Count];

    /// <summary>The most that each has held, in bytes.</summary>
    public IEnumerable<(string Name, long Bytes)> Most => processes.Select((p, i) => (p.Name, _most[i]));

    /// <summary>Looks for so long.</summary>
    public async Task Watch(TimeSpan time, CancellationToken stop)
    {
        using PeriodicTimer timer = new(Pause, TimeProvider.System);
        for (TimeSpan passed = TimeSpan.Zero; passed < time && await timer.WaitForNextTickAsync(stop); passed += Pause)
        {
            for (int i = 0; i < processes.Count; i++)
            {
                _most[i] = Math.Max(_most[i], Resident(processes[i].Process.Id));
            }
        }
    }

    private static long Resident(int process)
    {
        string[] fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/statm")).Split(' ');
        return long.Parse(fields[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
