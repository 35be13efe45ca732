using System.Diagnostics;
using Units.LoadTest.Checking;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Load;

/// <summary>The figures of a run, over the time that is measured.</summary>
internal sealed class Figures
{
    /// <summary>Counts the reports that were due in the time that is measured, and takes their latencies from when they were due.</summary>
    public Figures(Evidence evidence, long from, long to, Meters meters)
    {
        Meters = meters;
        From = from;
        Seconds = (to - from) / (double)Stopwatch.Frequency;
        long answered = 0;
        long entries = 0;
        for (int line = 0; line < evidence.Log.Count; line++)
        {
            SentReport report = evidence.Log[line];
            if (report.Outcome == Outcome.Acknowledged && report.Done >= from && report.Done < to)
            {
                answered++;
                entries += evidence.Content.Count(report.Kind == ReportKind.Repeat ? evidence.Log[report.Original] : report);
            }

            if (report.Due >= from && report.Due < to)
            {
                Count(report);
            }
        }

        ReportsPerSecond = answered / Seconds;
        EntriesPerSecond = entries / Seconds;
        Seen = Load.Seen.After(evidence, evidence.Watchers, from, to);
    }

    /// <summary>When that began, in stopwatch ticks.</summary>
    public long From { get; }

    /// <summary>How long was measured.</summary>
    public double Seconds { get; }

    /// <summary>Reports that were due.</summary>
    public long Offered { get; private set; }

    /// <summary>Of those, the ones that were acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Of those, the ones that had been taken in before.</summary>
    public long Repeated { get; private set; }

    /// <summary>The ones that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Of those, the ones that were sound: the server had no room for them, or is at fault.</summary>
    public long RefusedSound { get; private set; }

    /// <summary>The ones whose outcome was unknown when they were sent.</summary>
    public long Unknown { get; private set; }

    /// <summary>Acknowledgements that came in a second.</summary>
    public double ReportsPerSecond { get; }

    /// <summary>Entries that were acknowledged in a second.</summary>
    public double EntriesPerSecond { get; }

    /// <summary>Processor time, and what watchers were shown.</summary>
    public Meters Meters { get; }

    /// <summary>From when a report was due to its acknowledgement.</summary>
    public Latencies Ack { get; } = new();

    /// <summary>From when a report was due to when it was sent: what the generator itself is late.</summary>
    public Latencies Late { get; } = new();

    /// <summary>From acknowledged to seen, of each probe by each watcher of a unit above its ward.</summary>
    public Latencies Seen { get; }

    private void Count(in SentReport report)
    {
        Offered++;
        if (report.Sent != 0)
        {
            Late.Add(report.Sent - report.Due);
        }

        switch (report.Outcome)
        {
            case Outcome.Acknowledged:
                Acknowledged++;
                Repeated += report.WasRepeated ? 1 : 0;
                Ack.Add(report.Done - report.Due);
                break;
            case Outcome.Refused:
                Refused++;
                RefusedSound += report.Kind is ReportKind.Plain or ReportKind.Correction or ReportKind.Repeat or ReportKind.Probe ? 1 : 0;
                break;
            default:
                Unknown++;
                break;
        }
    }
}
