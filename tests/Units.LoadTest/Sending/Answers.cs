using System.Diagnostics;
using Grpc.Core;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>Writes into the log what became of each report.</summary>
internal sealed class Answers(ReportLog log, Tallies tallies, InFlight inFlight)
{
    private long _acknowledged;
    private long _refused;
    private long _unknown;

    /// <summary>How many were acknowledged so far.</summary>
    public long AcknowledgedCount => Interlocked.Read(ref _acknowledged);

    /// <summary>How many were refused so far.</summary>
    public long RefusedCount => Interlocked.Read(ref _refused);

    /// <summary>How many have an unknown outcome so far.</summary>
    public long UnknownCount => Interlocked.Read(ref _unknown);

    /// <summary>Reports are about to go out: notes when, and what can be read of them from now on.</summary>
    public void Sending(int line)
    {
        log[line].Sent = Stopwatch.GetTimestamp();
        tallies.Sending(line);
    }

    /// <summary>The report that an answer in a stream is about: those with one id are answered in the order sent.</summary>
    public int Pending(int original)
    {
        int line = original;
        while (line >= 0 && log[line].Outcome != Outcome.Pending)
        {
            line = Volatile.Read(ref log[line].Next);
        }

        return line >= 0 ? line : throw new InvalidOperationException($"An answer came to report {original}, and all that carry its id were answered.");
    }

    /// <summary>A receipt came.</summary>
    public void Acknowledge(int line, long sequence, bool wasRepeated)
    {
        ref SentReport report = ref log[line];
        report.Sequence = sequence;
        report.WasRepeated = wasRepeated;
        Done(ref report, Outcome.Acknowledged);
        if (report.Kind != ReportKind.OtherContent)
        {
            tallies.Acknowledged(line);
        }

        Interlocked.Increment(ref _acknowledged);
        inFlight.Answered();
    }

    /// <summary>It was refused, or its outcome is unknown: the status says which.</summary>
    public void Fail(int line, StatusCode status)
    {
        ref SentReport report = ref log[line];
        report.Status = status;
        bool isRefusal = IsFinal(status) || status == StatusCode.ResourceExhausted;
        Done(ref report, isRefusal ? Outcome.Refused : Outcome.Unknown);
        Interlocked.Increment(ref (isRefusal ? ref _refused : ref _unknown));
        inFlight.Answered();
    }

    /// <summary>Whether a status says that the report was judged, and will never be taken in as it is.</summary>
    public static bool IsFinal(StatusCode status) => status is StatusCode.InvalidArgument or StatusCode.AlreadyExists or StatusCode.NotFound
        or StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.Unauthenticated or StatusCode.Unimplemented;

    private static void Done(ref SentReport report, Outcome outcome)
    {
        report.Done = Stopwatch.GetTimestamp();
        report.Outcome = outcome;
    }
}
