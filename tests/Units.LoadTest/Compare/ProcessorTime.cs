using System.Globalization;

namespace Units.LoadTest.Compare;

/// <summary>Processor time of processes of this machine, from <c>/proc</c>, in milliseconds to a hundredth of a second.</summary>
internal static class ProcessorTime
{
    // The kernel tells times in hundredths of a second, whatever its own clock is.
    private const int MillisecondsPerTick = 10;

    /// <summary>What a process itself has used, in user and in kernel mode.</summary>
    public static long OfProcess(int pid) => MillisecondsPerTick * (Fields(pid) is { } f ? f.User + f.System : 0);

    /// <summary>What a process, its children and theirs have used, those that have ended among them.</summary>
    public static long OfFamily(int pid)
    {
        long ticks = 0;
        Queue<int> left = new([pid]);
        while (left.TryDequeue(out int member))
        {
            // What a child that was waited for had used is in its parent's figures.
            ticks += Fields(member) is { } f ? f.User + f.System + f.EndedUser + f.EndedSystem : 0;
            foreach (int child in Children(member))
            {
                left.Enqueue(child);
            }
        }

        return MillisecondsPerTick * ticks;
    }

    private static (long User, long System, long EndedUser, long EndedSystem)? Fields(int pid)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            // The name, in brackets, may hold spaces: what follows it is counted from field 3 on.
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long At(int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return (At(14), At(15), At(16), At(17));
        }
        catch (IOException)
        {
            // It ended in the moment between; its parent has its time.
            return null;
        }
    }

    private static int[] Children(int pid)
    {
        try
        {
            string children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/task/{pid}/children"));
            return [.. children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
