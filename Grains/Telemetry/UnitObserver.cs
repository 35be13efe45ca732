using System.Diagnostics;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Grains;

/// <summary>Watches one activation for the telemetry of its silo. The machine knows nothing of it.</summary>
internal sealed class UnitObserver(UnitMachine machine, UnitTelemetry telemetry, TimeProvider time)
{
    // Beyond it traces end at the unit; a batch has at most 256 entries.
    private const int MaxTraced = 4_096;
    private const int MaxLinks = 16;

    private Dictionary<ReportKey, ActivityContext>? _traced;
    private UnitVersion _seen;
    private int _staged;
    private long? _changedAt;
    private bool _isOver;

    /// <summary>A report comes in: its trace, if it has one, goes on at the append that takes it.</summary>
    public void Came(Report report)
    {
        if (UnitTelemetry.Source.HasListeners() && Activity.Current is { Recorded: true } call && (_traced ??= []).Count < MaxTraced)
        {
            _traced[new ReportKey(report.Source, report.Id)] = call.Context;
        }
    }

    /// <summary>A turn is over.</summary>
    public void Turned()
    {
        int staged = _isOver || machine.IsOver ? 0 : machine.StagedRows;
        if (staged != _staged)
        {
            telemetry.Staged(staged - _staged);
            _staged = staged;
        }

        if (staged == 0)
        {
            _traced?.Clear();
        }

        if (telemetry.PushLag.Enabled && machine.Version != _seen)
        {
            // What an opening brings is not new.
            _changedAt ??= machine.IsReady && _seen != default ? time.GetTimestamp() : null;
            _seen = machine.Version;
        }
    }

    /// <summary>The activation is over: what was staged there is no more.</summary>
    public void Ended()
    {
        _isOver = true;
        telemetry.Staged(-_staged);
        _staged = 0;
    }

    /// <summary>A batch is on its way; null where it is in no trace.</summary>
    public Activity? Appending(JournalBatch batch)
    {
        if (_traced is not { Count: > 0 } traced)
        {
            return null;
        }

        List<ActivityContext> callers = [];
        foreach (JournalReport report in batch.Reports)
        {
            if (traced.Remove(report.Key, out ActivityContext caller))
            {
                callers.Add(caller);
            }
        }

        return callers.Count == 0 ? null : UnitTelemetry.Source.StartActivity(
            UnitTelemetry.Append, ActivityKind.Internal, callers[0], links: callers.Skip(1).Take(MaxLinks).Select(c => new ActivityLink(c)));
    }

    /// <summary>A batch has its answer.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="status">The answer.</param>
    /// <param name="since">When it went.</param>
    /// <param name="activity">Its place in a trace.</param>
    public void Appended(JournalBatch batch, AppendStatus status, long since, Activity? activity)
    {
        if (telemetry.AppendDuration.Enabled)
        {
            telemetry.AppendDuration.Record(time.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("outcome", Name(status)));
        }

        if (status == AppendStatus.Committed && telemetry.BatchRows.Enabled)
        {
            telemetry.BatchRows.Record(Rows(batch));
        }

        activity?.SetTag("units.rows", Rows(batch)).SetTag("units.reports", batch.Reports.Length).SetTag("units.outcome", Name(status));
        activity?.Dispose();
    }

    /// <summary>A push goes, with all there is. The time since when there was something new; null where that is not known.</summary>
    public long? Pushing()
    {
        long? since = _changedAt;
        _changedAt = null;
        return since;
    }

    /// <summary>A push has its answer.</summary>
    public void Pushed(long? since, PushReply? reply)
    {
        if (since is not { } changedAt)
        {
            return;
        }

        if (reply == PushReply.Ack)
        {
            telemetry.PushLag.Record(time.GetElapsedTime(changedAt).TotalSeconds);
        }
        else
        {
            // It goes again, and was new since then.
            _changedAt = changedAt;
        }
    }

    private static int Rows(JournalBatch batch)
    {
        int rows = 0;
        foreach (JournalReport report in batch.Reports)
        {
            rows += report.Rows.Length;
        }

        return rows;
    }

    private static string Name(AppendStatus status) => status switch
    {
        AppendStatus.Committed => "committed",
        AppendStatus.Unknown => "unknown",
        AppendStatus.Conflict => "conflict",
        AppendStatus.Repeated => "repeated",
        AppendStatus.TreeChanged => "tree_changed",
        _ => "closures_changed",
    };
}
