using System.Collections.Immutable;
using System.Diagnostics;
using Units.Gateway.Errors;
using Units.Gateway.Requests;
using Units.Gateway.Telemetry;

namespace Units.Gateway.Streaming;

/// <summary>The reports of one stream about one unit, in the order sent: one call at a time, and what gathers meanwhile goes in the next.</summary>
internal sealed class UnitLane(UnitId unit, IGrainFactory grains, TimeProvider time, Func<ParsedReport, SubmitResult, ValueTask> answer)
{
    /// <summary>The most entries of one call, or one report.</summary>
    private const int MaxEntriesOfCall = 5_000;

    /// <summary>A unit that takes nothing in for so long ends the stream.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Queue<ParsedReport> _queue = new();
    private readonly IUnitGrain _grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));
    private bool _isRunning;

    /// <summary>Puts a report behind the others. True when <see cref="Run"/> must be called.</summary>
    public bool Add(ParsedReport report)
    {
        lock (_queue)
        {
            _queue.Enqueue(report);
            bool mustRun = !_isRunning;
            _isRunning = true;
            return mustRun;
        }
    }

    /// <summary>Sends until the queue is empty. A report is only tried once all before it have an outcome for good.</summary>
    /// <exception cref="RefusedException">The unit took nothing in for <see cref="Patience"/>.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        while (TryTake(out List<ParsedReport> batch))
        {
            long progress = time.GetTimestamp();
            for (int attempt = 0; batch.Count > 0; attempt++)
            {
                (ImmutableArray<SubmitResult> results, string reason) = await Call(batch, cancellation);
                List<ParsedReport> rest = await Answer(batch, results);
                if (rest.Count == 0)
                {
                    break;
                }

                if (rest.Count < batch.Count)
                {
                    (progress, attempt) = (time.GetTimestamp(), 0);
                }
                else if (time.GetElapsedTime(progress) > Patience)
                {
                    throw new RefusedException(reason) { Metadata = new Dictionary<string, string> { ["unit"] = unit.Text } };
                }

                batch = rest;
                await Task.Delay(Pause(attempt), time, cancellation);
            }
        }
    }

    private bool TryTake(out List<ParsedReport> batch)
    {
        batch = [];
        lock (_queue)
        {
            int entries = 0;
            while (batch.Count < IUnitGrain.MaxReportsOfCall && _queue.TryPeek(out ParsedReport? next))
            {
                entries += next.Report.Entries.Length;
                if (batch.Count > 0 && entries > MaxEntriesOfCall)
                {
                    break;
                }

                batch.Add(_queue.Dequeue());
            }

            _isRunning = batch.Count > 0;
        }

        return batch.Count > 0;
    }

    private async Task<(ImmutableArray<SubmitResult> Results, string Reason)> Call(List<ParsedReport> batch, CancellationToken cancellation)
    {
        using Activity? activity = GatewayTraces.BeginSubmit(batch.Count);
        try
        {
            // Nobody takes back what was sent: a stream that breaks leaves no more than its room behind at the unit, also while storage is away.
            ImmutableArray<SubmitResult> results = await _grain.SubmitMany([.. batch.Select(p => p.Report)]);
            bool isFull = results.Any(r => r.Status == SubmitStatus.QueueFull);
            return (results, isFull ? Reasons.QueueFull : Reasons.StorageAway);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && Faults.ReasonOf(e) is not null)
        {
            // Whatever became of them is found under their ids.
            return ([], Faults.ReasonOf(e)!);
        }
    }

    /// <summary>Answers those that have an outcome for good; gives the others, in order.</summary>
    private async ValueTask<List<ParsedReport>> Answer(List<ParsedReport> batch, ImmutableArray<SubmitResult> results)
    {
        List<ParsedReport> rest = [];
        for (int i = 0; i < batch.Count; i++)
        {
            if (i >= results.Length || results[i].Status is SubmitStatus.QueueFull or SubmitStatus.Unavailable)
            {
                rest.Add(batch[i]);
            }
            else
            {
                await answer(batch[i], results[i]);
            }
        }

        return rest;
    }

    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(1000, 20 << Math.Min(attempt, 6)) * (0.5 + Random.Shared.NextDouble()));
}
