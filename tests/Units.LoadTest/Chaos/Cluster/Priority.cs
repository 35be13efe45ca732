using System.Globalization;
using Units.LoadTest.Chaos.Network;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>Who takes the processors after others.</summary>
internal static class Priority
{
    /// <summary>From now on a process, with all its threads, takes them after those that were not told so.</summary>
    public static async Task Lower(ServerProcess process)
    {
        IEnumerable<string> threads = Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/task")).Select(t => Path.GetFileName(t));
        try
        {
            await Shell.Run("", ["renice", "-n", "10", "-p", .. threads]);
        }
        catch (InvalidOperationException)
        {
            // One of them has ended meanwhile; the others were told.
        }
    }
}
