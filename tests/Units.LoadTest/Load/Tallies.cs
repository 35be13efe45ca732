namespace Units.LoadTest.Load;

/// <summary>What was sent and what was acknowledged so far of the measures that only grow, by ward: the bounds of any reading while a run goes on.</summary>
internal sealed class Tallies(ReportContent content, ReportLog log, int units)
{
    private readonly int _measures = content.Measures.Growing;
    private readonly long[] _sent = new long[units * content.Measures.Growing];
    private readonly long[] _acknowledged = new long[units * content.Measures.Growing];

    /// <summary>Adds a report that is about to be sent. A repeat adds nothing: its original was sent before it.</summary>
    public void Sending(int line)
    {
        if (log[line].Kind != ReportKind.Repeat)
        {
            Add(_sent, line);
        }
    }

    /// <summary>Adds a report that was acknowledged, once for all that have its id.</summary>
    public void Acknowledged(int line)
    {
        int original = log[line].Original;
        if (!Interlocked.Exchange(ref log[original].IsCounted, true))
        {
            Add(_acknowledged, original);
        }
    }

    /// <summary>The most that a ward can have.</summary>
    public long Sent(int ward, int measure) => Volatile.Read(ref _sent[(ward * _measures) + measure]);

    /// <summary>The least that a ward must have.</summary>
    public long Acknowledged(int ward, int measure) => Volatile.Read(ref _acknowledged[(ward * _measures) + measure]);

    private void Add(long[] amounts, int line)
    {
        ref SentReport report = ref log[line];
        int count = content.Count(report);
        for (int k = 0; k < count; k++)
        {
            EntrySpec entry = content.Entry(line, report, k);
            if (entry.Measure < _measures && !entry.IsBad)
            {
                Interlocked.Add(ref amounts[(report.Ward * _measures) + entry.Measure], entry.Value);
            }
        }
    }
}
