using System.Diagnostics;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Load;

/// <summary>Tells once a second how far a run is.</summary>
internal sealed class ProgressMeter(IProgress<LoadProgress> progress, ReportLog log, Answers answers, InFlight inFlight)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private int _firstOpen;
    private long _acknowledged;

    /// <summary>Runs until it is told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        long last = start;
        using PeriodicTimer timer = new(Second, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                long now = Stopwatch.GetTimestamp();
                Latencies latencies = AnsweredSince(last);
                long acknowledged = answers.AcknowledgedCount;
                double perSecond = (acknowledged - _acknowledged) / Stopwatch.GetElapsedTime(last, now).TotalSeconds;
                progress.Report(new LoadProgress("sending", Stopwatch.GetElapsedTime(start, now).TotalSeconds, log.Count, acknowledged,
                    answers.RefusedCount, answers.UnknownCount, inFlight.Count, perSecond, latencies.At(50), latencies.At(99)));
                (_acknowledged, last) = (acknowledged, now);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private Latencies AnsweredSince(long time)
    {
        Latencies latencies = new();
        int firstOpen = log.Count;
        for (int line = _firstOpen; line < log.Count; line++)
        {
            SentReport report = log[line];
            if (report.Outcome == Outcome.Pending)
            {
                firstOpen = Math.Min(firstOpen, line);
            }
            else if (report.Done >= time && report.Outcome == Outcome.Acknowledged)
            {
                latencies.Add(report.Done - report.Due);
            }
        }

        _firstOpen = Math.Max(_firstOpen, firstOpen);
        return latencies;
    }
}
