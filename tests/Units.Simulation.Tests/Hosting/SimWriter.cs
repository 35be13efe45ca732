using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>The writer of a silo: one statement at a time, with whatever batches were waiting.</summary>
internal sealed class SimWriter(Simulator sim)
{
    private List<(SimActivation By, Effect.Append Append)> _waiting = [];
    private bool _isBusy;
    private bool _isDead;

    /// <summary>The silo is dead: what waits here never sets out, what is under way may arrive.</summary>
    public void Die() => _isDead = true;

    /// <summary>A batch for the next statement.</summary>
    public void Enqueue(SimActivation by, Effect.Append append)
    {
        _waiting.Add((by, append));
        SendNext();
    }

    private void SendNext()
    {
        if (_isBusy || _waiting.Count == 0)
        {
            return;
        }

        List<(SimActivation By, Effect.Append Append)> group = _waiting;
        _waiting = [];
        _isBusy = true;
        sim.Database.Issue(new SimStatement<AppendOutcome[]>(
            new Group(group), true, () => !_isDead, () => Append(group), outcomes => Answer(group, outcomes), () => Answer(group, null)));
    }

    private AppendOutcome[] Append(List<(SimActivation By, Effect.Append Append)> group) =>
        [.. group.Select(one => sim.Store.Append(one.Append, one.By.Epoch))];

    private void Answer(List<(SimActivation By, Effect.Append Append)> group, AppendOutcome[]? outcomes)
    {
        _isBusy = false;
        for (int i = 0; i < group.Count; i++)
        {
            AppendOutcome outcome = outcomes?[i] ?? AppendOutcome.Unknown;
            SimActivation by = group[i].By;
            if (by.IsAlive)
            {
                if (sim.IsTraced)
                {
                    sim.Log($"{by} hears of {TraceText.Of(group[i].Append)}: {outcome.Status}");
                }

                by.Machine.OnAppended(outcome);
                by.Run();
            }
        }

        SendNext();
    }

    private sealed class Group(List<(SimActivation By, Effect.Append Append)> batches)
    {
        public override string ToString() => string.Join(" & ", batches.Select(b => $"{b.By.Machine.Unit} {TraceText.Of(b.Append)}"));
    }
}
