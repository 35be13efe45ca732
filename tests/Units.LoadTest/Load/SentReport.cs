using Grpc.Core;

namespace Units.LoadTest.Load;

/// <summary>One line of the client's log. What the report said follows from these numbers (<see cref="ReportContent"/>).</summary>
internal struct SentReport
{
    /// <summary>The place of the ward in the country.</summary>
    public int Ward;

    /// <summary>The place in the log of the report whose id this one carries: its own, but for repeats and other content.</summary>
    public int Original;

    /// <summary>The place in the log of the next report with the same id; -1 where there is none.</summary>
    public int Next;

    /// <summary>The first measure; entry k is about measure (first + k).</summary>
    public short Measure;

    /// <summary>The month, by its place in <see cref="RunMeasures.Months"/>.</summary>
    public byte Month;

    /// <summary>What it is for.</summary>
    public ReportKind Kind;

    /// <summary>What is known of it.</summary>
    public Outcome Outcome;

    /// <summary>The status with which it was refused or became unknown.</summary>
    public StatusCode Status;

    /// <summary>True where the answer said that the report had been taken in before.</summary>
    public bool WasRepeated;

    /// <summary>True once one of the reports with this id was added to what is acknowledged; only on the original.</summary>
    public bool IsCounted;

    /// <summary>How many calls carried it so far, where a report is repeated until there is an answer; else 0.</summary>
    public ushort Calls;

    /// <summary>When the schedule meant it to be sent, in stopwatch ticks.</summary>
    public long Due;

    /// <summary>When it was sent.</summary>
    public long Sent;

    /// <summary>When its outcome was known; 0 before.</summary>
    public long Done;

    /// <summary>Its place in the ward's journal, from its receipt; 0 without one.</summary>
    public long Sequence;
}
