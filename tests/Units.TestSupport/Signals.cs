using System.Runtime.InteropServices;

namespace Units.TestSupport;

/// <summary>Signals of Unix.</summary>
public static class Signals
{
    /// <summary>Ends a process at once, whatever it is about.</summary>
    public const int Kill = 9;

    /// <summary>Asks a process to end.</summary>
    public const int Terminate = 15;

    /// <summary>Lets a frozen process go on.</summary>
    public const int Continue = 18;

    /// <summary>Freezes a process where it is.</summary>
    public const int Stop = 19;

    /// <summary>Sends one; a process that is gone is left alone.</summary>
    public static void Send(int process, int signal) => _ = KillProcess(process, signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int KillProcess(int pid, int signal);
}
