using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Grains;

/// <summary>What the machine asks for, done: storage, other units, waits.</summary>
internal sealed partial class UnitGrain
{
    private static readonly TimeSpan StorageRetry = TimeSpan.FromMilliseconds(250);

    /// <summary>Starts whatever the machine has asked for. The tasks stay on the activation's scheduler and catch all of their own.</summary>
    private void RunEffects()
    {
        _observer.Turned();

        // What a unit does in the background outlives the call that began it: it belongs to no trace of a caller.
        Activity? caller = Activity.Current;
        Activity.Current = null;
        while (_machine.TryTakeEffect(out Effect? effect))
        {
            _ = Run(effect);
        }

        Activity.Current = caller;
    }

    private async Task Run(Effect effect)
    {
        try
        {
            switch (effect)
            {
                case Effect.Append append:
                    Activity? activity = _observer.Appending(append.Batch);
                    long start = _time.GetTimestamp();
                    AppendOutcome outcome = await _journal.Append(append.Batch);
                    _observer.Appended(append.Batch, outcome.Status, start, activity);
                    _machine.OnAppended(outcome);
                    break;
                case Effect.Push push:
                    long? since = _observer.Pushing();
                    PushReply? answer = await _outbox.Push(push.Parent, push.Message);
                    _observer.Pushed(since, answer);
                    _machine.OnPushed(push.Parent, answer);
                    break;
                case Effect.WakeLater wake:
                    await Task.Delay(DelayOf(wake.Kind), _time, _ended);
                    _machine.Wake(wake.Kind, wake.Parent);
                    break;
                default:
                    // Apart from what every report does: what captures its question costs an object also where it is not asked.
                    await Ask(effect);
                    break;
            }
        }
        catch (Exception) when (_ended.IsCancellationRequested)
        {
            // The activation is over, and with it all that it had under way.
            return;
        }
        catch (Exception e)
        {
            // A defect, not a fault: the next activation begins again from the journal.
            LogBroken(e, _machine.Unit, effect.GetType().Name);
            EndBroken();
            return;
        }

        RunEffects();
    }

    private async Task Ask(Effect effect)
    {
        switch (effect)
        {
            case Effect.ReadHead:
                _machine.OnHead(await UntilAnswered(ct => _journal.ReadHead(_machine.Unit, ct)));
                break;
            case Effect.TakeEpoch:
                _machine.OnEpoch(await UntilAnswered(ct => _journal.TakeEpoch(_machine.Unit, ct)));
                break;
            case Effect.LoadSnapshot:
                this.RegisterGrainTimer(SaveChangedRecords, new() { DueTime = SnapshotEvery, Period = SnapshotEvery, Interleave = true });
                _machine.OnSnapshot(await _snapshots.Load(_machine.Unit));
                break;
            case Effect.ReadChildren read:
                _machine.OnChildren(await UntilAnswered(ct => _journal.ReadChildren(_machine.Unit, read.Held, ct)));
                break;
            case Effect.ReadPages read:
                _machine.OnPages(read.Pages, await UntilAnswered(ct => _journal.ReadPages(_machine.Unit, read.Pages, ct)));
                break;
            case Effect.FindReceipts find:
                _machine.OnReceipts(await UntilAnswered(ct => _journal.FindReceipts(_machine.Unit, find.Reports, ct)));
                break;
            case Effect.ReadTree read:
                _machine.OnTree(await UntilAnswered(ct => _journal.ReadTree(_machine.Unit, read.Parent, ct)));
                break;
            case Effect.ReadClosures read:
                _machine.OnClosures(await UntilAnswered(ct => _journal.ReadClosures(_machine.Unit, read.From, Month.MaxValue, ct)));
                break;
            case Effect.ReadPlans:
                _machine.OnPlans(await UntilAnswered(ct => _journal.ReadPlans(_machine.Unit, ct)));
                break;
            case Effect.Confirm:
                _machine.OnConfirmed((await UntilAnswered(ct => _journal.ReadEpochs([_machine.Unit], ct)))[_machine.Unit]);
                break;
            case Effect.NudgeChild nudge:
                _machine.OnNudged(nudge.Child, await OrLost<NudgeReply>(() => UnitAt(nudge.Child).Nudge(_machine.Unit, nudge.Held)));
                break;
            case Effect.Deactivate over:
                LogOver(_machine.Unit, over.Reason);
                EndActivation();
                break;
            default:
                throw new UnreachableException($"Effect {effect} has no host.");
        }
    }

    private void EndBroken()
    {
        _machine.Abandon();
        EndActivation();
    }

    private void EndActivation()
    {
        EndReplies();
        DeactivateOnIdle();
    }

    /// <summary>Parents and children are spoken to again and again: making a reference costs more than looking it up.</summary>
    private IUnitGrain UnitAt(UnitId unit)
    {
        if (!_units.TryGetValue(unit, out IUnitGrain? grain))
        {
            grain = GrainFactory.GetGrain<IUnitGrain>(UnitKey.Of(unit));
            _units.Add(unit, grain);
        }

        return grain;
    }

    /// <summary>Reads until storage answers; those who wait for the unit are told that it does not.</summary>
    private async Task<T> UntilAnswered<T>(Func<CancellationToken, Task<T>> read)
    {
        while (true)
        {
            try
            {
                return await read(_ended);
            }
            catch (StorageUnavailableException e)
            {
                LogStorageAway(e, _machine.Unit);
            }

            _machine.OnStorageAway();
            RunEffects();
            await Task.Delay(StorageRetry, _time, _ended);
        }
    }

    /// <summary>A call to another unit that fails in any way is a lost message: the protocol repeats it.</summary>
    private async Task<T?> OrLost<T>(Func<Task<T>> call) where T : struct
    {
        try
        {
            return await call();
        }
        catch (Exception e)
        {
            LogLost(e, _machine.Unit);
            return null;
        }
    }

    private static TimeSpan DelayOf(WakeKind kind) => kind switch
    {
        WakeKind.PushGap => TimeSpan.FromMilliseconds(10),
        WakeKind.PushAgain => TimeSpan.FromMilliseconds(Random.Shared.Next(20, 120)),
        WakeKind.NudgeAgain => TimeSpan.FromSeconds(1),
        WakeKind.AppendAgain => StorageRetry,
        WakeKind.ReadsWaited => TimeSpan.FromSeconds(2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of wait."),
    };

    [LoggerMessage(1, LogLevel.Information, "Unit {Unit} opens again: {Reason}")]
    private partial void LogOver(UnitId unit, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Unit {Unit} gets no answer from storage; it repeats the question")]
    private partial void LogStorageAway(Exception exception, UnitId unit);

    [LoggerMessage(3, LogLevel.Debug, "Unit {Unit} lost a call to another unit; it repeats it")]
    private partial void LogLost(Exception exception, UnitId unit);

    [LoggerMessage(4, LogLevel.Error, "Unit {Unit} broke on {Effect}; it opens again from its journal")]
    private partial void LogBroken(Exception exception, UnitId unit, string effect);
}
