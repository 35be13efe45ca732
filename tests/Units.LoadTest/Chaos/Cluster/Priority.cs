using System.Globalization;
using Units.LoadTest.Chaos.Network;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>Who takes the processors after others.</summary>
internal static class Priority
{
    /// <summary>From now on a process, with all its threads, takes them after those that were not told so.</summary>
    public static Task Lower(ServerProcess process) => Set(process.Id, "10");

    /// <summary>From now on we take them before everybody else. Who measures and has to wait for a processor takes its own wait for that of the answer.</summary>
    public static Task RaiseOurs() => Set(Environment.ProcessId, "-10");

    /// <summary>We take them as others do again; a process that we start has our priority.</summary>
    public static Task ResetOurs() => Set(Environment.ProcessId, "0");

    private static async Task Set(int process, string nice)
    {
        IEnumerable<string> threads = Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")).Select(t => Path.GetFileName(t));
        try
        {
            await Shell.Run("", ["renice", "-n", nice, "-p", .. threads]);
        }
        catch (InvalidOperationException)
        {
            // One of them has ended meanwhile; the others were told.
        }
    }
}
