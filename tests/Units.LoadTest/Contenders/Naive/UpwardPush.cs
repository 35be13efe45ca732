namespace Units.LoadTest.Contenders.Naive;

/// <summary>Tells a unit's parent what has changed: one call at a time, and what changes meanwhile goes with the next.</summary>
/// <remarks>It tells values and not differences, so a push that is made again counts nothing twice.</remarks>
internal sealed class UpwardPush(string unit, INaiveUnitGrain parent, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private Dictionary<NaiveCell, CellTotal> _changed = [];
    private bool _runs;
    private bool _stopped;

    /// <summary>A cell of the unit's total is this now.</summary>
    public void Changed(NaiveCell cell, CellTotal total)
    {
        _changed[cell] = total;
        if (!_runs)
        {
            _runs = true;
            _ = Run();
        }
    }

    /// <summary>The grain goes; when it comes back it tells all its cells again.</summary>
    public void Stop() => _stopped = true;

    private async Task Run()
    {
        // What the caller changes in this turn goes in one call.
        await Task.Yield();
        while (_changed.Count > 0 && !_stopped)
        {
            Dictionary<NaiveCell, CellTotal> sent = _changed;
            _changed = [];
            try
            {
                await parent.Push(unit, sent);
            }
            catch (Exception e)
            {
                // No call of a parent may end the loop: its totals would stand still for ever.
                ContenderLog.NotPushed(logger, e, unit, parent.GetPrimaryKeyString());
                foreach ((NaiveCell cell, CellTotal total) in sent)
                {
                    _changed.TryAdd(cell, total);
                }

                await Task.Delay(Pause, time);
            }
        }

        _runs = false;
    }
}
