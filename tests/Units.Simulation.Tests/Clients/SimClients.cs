namespace Units.Simulation;

/// <summary>Those who report and read. They repeat what was not answered, some of them too soon.</summary>
internal sealed class SimClients(Simulator sim)
{
    private readonly SimReports _reports = new(sim);
    private readonly List<Action> _sleeping = [];

    /// <summary>True when somebody waits to repeat.</summary>
    public bool HasSleepers => _sleeping.Count > 0;

    /// <summary>Somebody repeats.</summary>
    public void Wake()
    {
        int at = sim.Random.Below(_sleeping.Count);
        Action next = _sleeping[at];
        _sleeping.RemoveAt(at);
        next();
    }

    /// <summary>Somebody reports.</summary>
    public void Report()
    {
        SimSubmission submission = _reports.Next();
        int tries = 1 + sim.Random.Below(4);
        Submit(submission, tries);
        if (sim.Random.Chance(0.15))
        {
            sim.Faults.Count(Fault.ImpatientClient);
            Submit(submission, 1);
        }
    }

    /// <summary>Somebody moves a unit.</summary>
    public void Move()
    {
        if (_reports.NextMove() is { } move)
        {
            Submit(move, 3);
        }
    }

    /// <summary>Somebody reads a unit.</summary>
    public void Read() => Read(sim.Random.Below(sim.Store.Units.Count), null);

    /// <summary>Reads a unit.</summary>
    public void Read(int unit, Action<SimActivation, UnitTotals>? then)
    {
        UnitVersion shown = sim.Checks.NewestShown(unit);
        UnitVersion head = sim.Store.Units[unit].IsInterior ? default : new(0, sim.Store.Units[unit].Reports.Count);
        UnitVersion since = head > shown ? head : shown;
        SimActivation? answered = null;
        SimCall<UnitTotals> call = new(null, totals => then?.Invoke(answered!, totals), () => { });
        UnitTotals over = new() { Unit = SimCatalogue.Units[unit], Version = default, InStep = false };
        sim.Network.Call(call, new SimRequest(unit, "read", to => to.Machine.Read(
            SimCatalogue.Everything,
            new SimReply<UnitTotals>(to, call, over, totals =>
            {
                answered = to;
                sim.Checks.ReadAnswered(to, totals, since);
            }))));
    }

    private void Submit(SimSubmission submission, int tries)
    {
        void Again()
        {
            if (tries > 1)
            {
                _sleeping.Add(() => Submit(submission, tries - 1));
            }
        }

        SimCall<SubmitResult> call = new(
            null,
            result =>
            {
                if (result.Status is SubmitStatus.Unavailable or SubmitStatus.QueueFull)
                {
                    Again();
                }
            },
            Again);
        UnitRecord unit = sim.Store.Units[submission.Unit];
        sim.Network.Call(call, new SimRequest(submission.Unit, submission.Content, to => submission.Submit(
            to,
            new SimReply<SubmitResult>(to, call, SubmitResult.Of(SubmitStatus.Unavailable), result =>
            {
                if (sim.IsTraced)
                {
                    sim.Log($"{to} answers {submission.Key.Report}: {TraceText.Of(result)}");
                }

                SimChecks.Answered(unit, submission.ContentHash.AsSpan(), result);
            }))));
    }
}
