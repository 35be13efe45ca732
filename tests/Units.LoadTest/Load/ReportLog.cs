namespace Units.LoadTest.Load;

/// <summary>The client's log: a line for each report, in the order of the schedule. One thread appends; each line is then written by whoever has its answer.</summary>
internal sealed class ReportLog
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;

    private SentReport[][] _chunks = [];
    private int _count;

    /// <summary>How many lines there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>A line, to be read or written in place.</summary>
    public ref SentReport this[int at] => ref _chunks[at >> ChunkBits][at & (ChunkSize - 1)];

    /// <summary>Adds a line and returns its place.</summary>
    public int Add(in SentReport report)
    {
        int at = _count;
        if (at >> ChunkBits == _chunks.Length)
        {
            // Lines never move: a reader may hold one by reference.
            _chunks = [.. _chunks, new SentReport[ChunkSize]];
        }

        this[at] = report;
        Volatile.Write(ref _count, at + 1);
        return at;
    }
}
