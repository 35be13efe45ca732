namespace Units.Simulation;

/// <summary>Messages under way, in no order; calls that wait, and their time-outs.</summary>
internal sealed class SimNetwork(Simulator sim)
{
    private readonly List<SimMessage> _messages = [];
    private readonly List<SimCall> _calls = [];

    /// <summary>True when something is under way.</summary>
    public bool HasMessages => _messages.Count > 0;

    /// <summary>A message sets out.</summary>
    public void Post(SimMessage message)
    {
        if (!sim.IsQuiet && sim.Random.Chance(sim.Profile.Late))
        {
            sim.Faults.Count(Fault.MessageLate);
            message.NotBefore = sim.Step + 100 + sim.Random.Below(400);
        }

        _messages.Add(message);
    }

    /// <summary>A call sets out; its caller waits.</summary>
    public void Call(SimCall call, SimMessage request)
    {
        call.Since = sim.Step;
        _calls.Add(call);
        Post(request);
    }

    /// <summary>Some message arrives, gets lost, or arrives and stays to come again. False when none may yet.</summary>
    public bool Deliver()
    {
        int at = sim.Random.Below(_messages.Count);
        SimMessage message = _messages[at];
        if (message.NotBefore > sim.Step && !sim.IsQuiet)
        {
            return false;
        }

        if (!sim.IsQuiet && sim.Random.Chance(sim.Profile.Repeat))
        {
            sim.Faults.Count(Fault.MessageRepeated);
        }
        else
        {
            _messages[at] = _messages[^1];
            _messages.RemoveAt(_messages.Count - 1);
        }

        if (!sim.IsQuiet && sim.Random.Chance(sim.Profile.Drop))
        {
            sim.Faults.Count(Fault.MessageLost);
            if (sim.IsTraced)
            {
                sim.Log($"LOST {message}");
            }

            return true;
        }

        message.Arrive(sim);
        return true;
    }

    /// <summary>Some caller stops waiting. False when none has waited for so many steps.</summary>
    public bool TimeOut(int age = 0)
    {
        while (_calls.Count > 0)
        {
            int at = sim.Random.Below(_calls.Count);
            SimCall call = _calls[at];
            if (call.IsOpen && !call.IsAbandoned && sim.Step - call.Since < age)
            {
                return false;
            }

            _calls[at] = _calls[^1];
            _calls.RemoveAt(_calls.Count - 1);
            if (call.IsOpen && !call.IsAbandoned)
            {
                if (!sim.IsQuiet)
                {
                    sim.Faults.Count(Fault.CallTimeout);
                }

                call.TimeOut();
                return true;
            }
        }

        return false;
    }
}
