namespace Units.Simulation;

/// <summary>Statements under way: when they are carried out, and whether anyone hears of it, is the scheduler's to say.</summary>
internal sealed class SimDatabase(Simulator sim)
{
    private readonly List<SimStatement> _statements = [];
    private readonly List<SimStatement> _answers = [];
    private int _awayUntil;

    /// <summary>True when statements wait to be carried out.</summary>
    public bool HasStatements => _statements.Count > 0;

    /// <summary>True when answers are on their way back.</summary>
    public bool HasAnswers => _answers.Count > 0;

    /// <summary>A statement sets out.</summary>
    public void Issue(SimStatement statement) => _statements.Add(statement);

    /// <summary>The database stops to answer for a while.</summary>
    public void GoAway()
    {
        sim.Faults.Count(Fault.StorageAway);
        _awayUntil = sim.Step + 5 + sim.Random.Below(40);
        if (sim.IsTraced)
        {
            sim.Log($"STORAGE away until {_awayUntil}");
        }
    }

    /// <summary>Something happens to some statement.</summary>
    public void Proceed()
    {
        int at = sim.Random.Below(_statements.Count);
        SimStatement statement = _statements[at];
        bool isAwaited = statement.IsAwaited;
        if (isAwaited && !sim.IsQuiet && IsGivenUp())
        {
            // Half of them arrive later all the same.
            bool livesOn = sim.Random.Chance(0.5);
            Lose(statement, livesOn ? "gets no answer but lives on" : "never arrives", livesOn ? Fault.StatementLivesOn : Fault.StatementNeverArrives);
            if (!livesOn)
            {
                _statements.Remove(statement);
            }

            return;
        }

        if (!sim.IsQuiet && (_awayUntil > sim.Step || (!isAwaited && sim.Random.Chance(sim.Profile.Lingers))))
        {
            return;
        }

        _statements[at] = _statements[^1];
        _statements.RemoveAt(_statements.Count - 1);
        if (!isAwaited && (!statement.Writes || sim.Random.Chance(sim.Profile.DeadNeverArrives)))
        {
            return;
        }

        Execute(statement, isAwaited);
    }

    /// <summary>Some answer arrives.</summary>
    public void Answer()
    {
        int at = sim.Random.Below(_answers.Count);
        SimStatement statement = _answers[at];
        _answers[at] = _answers[^1];
        _answers.RemoveAt(_answers.Count - 1);
        statement.Answer();
    }

    private bool IsGivenUp() => sim.Random.Chance(_awayUntil > sim.Step ? 0.5 : sim.Profile.LivesOn + sim.Profile.NeverArrives);

    private void Execute(SimStatement statement, bool isAwaited)
    {
        if (!isAwaited && !sim.IsQuiet)
        {
            sim.Faults.Count(Fault.StatementOutlivesItsWriter);
        }

        if (sim.IsTraced)
        {
            sim.Log($"DB {statement}{(isAwaited ? "" : ", which nobody waits for")}");
        }

        statement.Execute();
        if (!isAwaited)
        {
            return;
        }

        if (!sim.IsQuiet && sim.Random.Chance(sim.Profile.Unanswered))
        {
            Lose(statement, "is done, but unanswered", statement.Writes ? Fault.AppendUnknown : Fault.ReadUnanswered);
        }
        else if (sim.Random.Chance(0.3))
        {
            _answers.Add(statement);
        }
        else
        {
            statement.Answer();
        }
    }

    private void Lose(SimStatement statement, string how, Fault fault)
    {
        sim.Faults.Count(fault);
        if (sim.IsTraced)
        {
            sim.Log($"DB {statement} {how}");
        }

        statement.GiveUp();
    }
}
