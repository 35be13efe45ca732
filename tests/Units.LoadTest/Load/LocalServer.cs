using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes.Heaps;

namespace Units.LoadTest.Load;

/// <summary>The processes of this machine that listen on the ports of the gateways, and the processor time they have taken.</summary>
internal sealed class LocalServer
{
    private readonly int[] _processes;

    private LocalServer(int[] processes) => _processes = processes;

    /// <summary>Processor seconds so far; null where the gateways run elsewhere, or have ended.</summary>
    public double? ProcessorSeconds
    {
        get
        {
            try
            {
                return _processes.Length == 0 ? null : _processes.Sum(Seconds);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <summary>Has each collect its whole heap, and tells the bytes of objects that are still alive, and those that they hold in memory after it; null where
    /// the gateways run elsewhere.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be asked.</exception>
    public async Task<(long Live, long Resident)?> Memory(CancellationToken stop)
    {
        if (_processes.Length == 0)
        {
            return null;
        }

        long live = 0;
        foreach (int process in _processes)
        {
            // What finalizers let go of is collected the second time.
            await LiveHeap.Collect(process, stop);
            live += await LiveHeap.Collect(process, stop);
        }

        return (live, _processes.Sum(Resident));
    }

    /// <summary>Looks for them, as Linux tells of its processes.</summary>
    public static LocalServer Of(IEnumerable<string> gateways)
    {
        HashSet<int> ports = [.. gateways.Select(g => new Uri(g)).Where(g => g.IsLoopback).Select(g => g.Port)];
        if (ports.Count == 0 || !OperatingSystem.IsLinux())
        {
            return new LocalServer([]);
        }

        HashSet<string> sockets = [.. Sockets("/proc/net/tcp", ports), .. Sockets("/proc/net/tcp6", ports)];
        return new LocalServer([.. Process.GetProcesses().Select(p => p.Id).Where(id => Holds(id, sockets))]);
    }

    private static double Seconds(int process)
    {
        using Process found = Process.GetProcessById(process);
        return found.TotalProcessorTime.TotalSeconds;
    }

    private static long Resident(int process)
    {
        using Process found = Process.GetProcessById(process);
        return found.WorkingSet64;
    }

    // The columns of /proc/net/tcp: 1 is the local address and port, 3 the state (0A listens), 9 the inode of the socket.
    private static IEnumerable<string> Sockets(string file, HashSet<int> ports) => File.Exists(file)
        ? File.ReadLines(file).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(f => f[3] == "0A" && ports.Contains(int.Parse(f[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
            .Select(f => $"socket:[{f[9]}]")
        : [];

    private static bool Holds(int process, HashSet<string> sockets)
    {
        try
        {
            string directory = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd");
            return Directory.EnumerateFiles(directory).Any(fd => File.ResolveLinkTarget(fd, false) is { } target && sockets.Contains(target.Name));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Somebody else's process, or one that has ended.
            return false;
        }
    }
}
