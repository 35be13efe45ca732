using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>
/// How many single reports may be under way: as many as are configured, and fewer while what was let in waits long for a processor, since a refusal waits
/// behind it. A report that only waits for another process takes no processor, and leaves the window open.
/// </summary>
internal sealed class AdmissionWindow(IOptions<GatewayOptions> gateway)
{
    /// <summary>So many are let in however long they wait, or as many as are configured where that is less: a moment's rush is no overload.</summary>
    public const int Fewest = 256;

    /// <summary>A quarter of the 100 ms in which a refusal is to be with its caller: it waits for a processor more than once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(25);

    private readonly int _most = gateway.Value.Limits.ReportsAtOnce;
    private volatile int _size = gateway.Value.Limits.ReportsAtOnce;

    /// <summary>How many may be under way now; 0 where there is no limit.</summary>
    public int Size => _size;

    /// <summary>True while fewer may be under way than are configured.</summary>
    public bool IsNarrow => _size < _most;

    /// <summary>Takes in how long a piece of work has waited for a processor.</summary>
    /// <remarks>Down by a quarter and up by a fiftieth: a window that is found too wide again and again is mostly the right one.</remarks>
    public void Waited(TimeSpan wait) => _size = wait > LongestWait
        ? Math.Max(Math.Min(Fewest, _most), (int)(_size * 3L / 4))
        : (int)Math.Min(_most, _size + 1L + (_most / 50));
}
