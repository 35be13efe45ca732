namespace Units.Simulation;

/// <summary>Silos and the activations on them.</summary>
internal sealed class SimCluster
{
    private readonly Simulator _sim;
    private readonly SimWriter[] _writers;
    private readonly List<SimActivation>[] _byUnit = new List<SimActivation>[SimCatalogue.MaxUnits];
    private int _activations;

    public SimCluster(Simulator sim)
    {
        _sim = sim;
        _writers = new SimWriter[sim.IsAlone ? 1 : 3];
        for (int i = 0; i < _writers.Length; i++)
        {
            _writers[i] = new SimWriter(sim);
        }

        for (int i = 0; i < _byUnit.Length; i++)
        {
            _byUnit[i] = [];
        }
    }

    /// <summary>All activations there are.</summary>
    public List<SimActivation> All { get; } = [];

    /// <summary>Those of a unit.</summary>
    public IReadOnlyList<SimActivation> Of(int unit) => _byUnit[unit];

    /// <summary>The writer of a silo.</summary>
    public SimWriter WriterOf(int silo) => _writers[silo];

    /// <summary>An activation of a unit: some one there is, or a new one.</summary>
    public SimActivation Find(int unit, object why) => _byUnit[unit].Count > 0 ? _sim.Random.Of(_byUnit[unit]) : Activate(unit, why);

    /// <summary>A new activation.</summary>
    public SimActivation Activate(int unit, object why)
    {
        SimActivation activation = new(_sim, ++_activations, unit, _sim.Random.Below(_writers.Length));
        All.Add(activation);
        _byUnit[unit].Add(activation);
        if (_sim.IsTraced)
        {
            _sim.Log($"ACTIVATE {activation} for {why}");
        }

        activation.Start();
        return activation;
    }

    /// <summary>An activation ends in order: who waits for it is told to come again.</summary>
    public void End(SimActivation activation, string why)
    {
        Kill(activation, why);
        activation.Save();
        foreach (ISimReply reply in activation.Replies)
        {
            reply.End();
        }
    }

    /// <summary>An activation is gone, without a word.</summary>
    public void Kill(SimActivation activation, string why)
    {
        if (_sim.IsTraced)
        {
            _sim.Log($"OVER {activation}: {why}");
        }

        activation.IsAlive = false;
        All.Remove(activation);
        _byUnit[activation.Unit].Remove(activation);
    }

    /// <summary>Some activation is gone.</summary>
    public void Crash()
    {
        if (All.Count > 0)
        {
            _sim.Faults.Count(Fault.ActivationCrash);
            Kill(_sim.Random.Of(All), "CRASH");
        }
    }

    /// <summary>A silo is gone, with all that is on it.</summary>
    public void KillSilo()
    {
        int silo = _sim.Random.Below(_writers.Length);
        _sim.Faults.Count(Fault.SiloDeath);
        foreach (SimActivation activation in All.Where(a => a.Silo == silo).ToArray())
        {
            Kill(activation, $"SILO {silo} dies");
        }

        _writers[silo].Die();
        _writers[silo] = new SimWriter(_sim);
    }

    /// <summary>A unit gets a second activation.</summary>
    public void Duplicate()
    {
        if (_sim.IsAlone || All.Count == 0)
        {
            return;
        }

        int unit = _sim.Random.Of(All).Unit;
        if (_byUnit[unit].Count == 1)
        {
            _sim.Faults.Count(Fault.Duplicate);
            Activate(unit, "DUPLICATE");
        }
    }

    /// <summary>Of some unit's two activations either goes.</summary>
    public bool EndDuplicate()
    {
        List<SimActivation>? two = Array.Find(_byUnit, all => all.Count > 1);
        if (two is null)
        {
            return false;
        }

        int gone = _sim.Random.Below(2);
        _sim.Faults.Count(gone == 0 ? Fault.YoungerSurvives : Fault.OlderSurvives);
        Kill(two[gone], gone == 0 ? "the YOUNGER survives" : "the OLDER survives");
        return true;
    }
}
