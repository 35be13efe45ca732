using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>
/// One seeded run of the product's machine: a random tree, clients, faults; then the faults stop and all must come to rest
/// where the journal says. Single-threaded, and the same for the same seed.
/// </summary>
internal sealed partial class Simulator
{
    private const int RestSteps = 30_000;

    private readonly Trace? _trace;
    private readonly EventChoice _events;
    private int _batches;

    public Simulator(ulong seed, Profile profile, Decisions decisions, Trace? trace = null)
    {
        Random = new SimRandom(SimRandom.Mix(seed + 1));
        Profile = profile;
        Decisions = decisions;
        _trace = trace;
        IsAlone = Random.Chance(profile.Alone);
        Store = new SimStore(Random, profile, Faults);
        Checks = new SimChecks(this);
        Network = new SimNetwork(this);
        Database = new SimDatabase(this);
        Cluster = new SimCluster(this);
        Clients = new SimClients(this);
        _events = new EventChoice(profile);
        PlantTree();
    }

    /// <summary>The seed's numbers.</summary>
    public SimRandom Random { get; }

    /// <summary>How often what goes wrong.</summary>
    public Profile Profile { get; }

    /// <summary>The product's rules, or a planted bug.</summary>
    public Decisions Decisions { get; }

    /// <summary>What went wrong so far.</summary>
    public FaultCounts Faults { get; } = new();

    /// <summary>The database.</summary>
    public SimStore Store { get; }

    /// <summary>The invariants.</summary>
    public SimChecks Checks { get; }

    /// <summary>Calls under way.</summary>
    public SimNetwork Network { get; }

    /// <summary>Statements under way.</summary>
    public SimDatabase Database { get; }

    /// <summary>Silos and activations.</summary>
    public SimCluster Cluster { get; }

    /// <summary>Who reports and reads.</summary>
    public SimClients Clients { get; }

    /// <summary>Waits that activations asked for.</summary>
    public List<SimWake> Wakes { get; } = [];

    /// <summary>True where one process owns its storage.</summary>
    public bool IsAlone { get; }

    /// <summary>The step.</summary>
    public int Step { get; private set; }

    /// <summary>True after the faults stopped.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>True when events are written down.</summary>
    public bool IsTraced => _trace is not null;

    /// <summary>Writes an event down.</summary>
    public void Log(string text) => _trace?.Add(Step, text);

    /// <summary>Never the same twice in a run.</summary>
    public Guid NewBatchId() => new(++_batches, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Runs the seed.</summary>
    /// <exception cref="ViolatedException">An invariant does not hold.</exception>
    public void Run()
    {
        for (Step = 0; Step < Profile.Steps; Step++)
        {
            Do(_events.Next(Random));
        }

        Rest();
    }

    private void Do(SimEvent next)
    {
        switch (next)
        {
            case SimEvent.Report:
                Clients.Report();
                break;
            case SimEvent.Read:
                Clients.Read();
                break;
            case SimEvent.Move:
                Clients.Move();
                break;
            case SimEvent.Create:
                CreateUnit();
                break;
            case SimEvent.Crash:
                Cluster.Crash();
                break;
            case SimEvent.SiloDeath:
                Cluster.KillSilo();
                break;
            case SimEvent.Duplicate:
                Cluster.Duplicate();
                break;
            case SimEvent.DuplicateEnds:
                Cluster.EndDuplicate();
                break;
            case SimEvent.Timeout:
                Network.TimeOut();
                break;
            case SimEvent.Save:
                Cluster.All.ForEach(a => a.Save());
                break;
            case SimEvent.Sweep:
                Faults.Count(Fault.Sweep);
                Sweep();
                break;
            case SimEvent.Away:
                Database.GoAway();
                break;
            default:
                Work();
                break;
        }
    }

    /// <summary>Something that is under way goes on. False when nothing is.</summary>
    private bool Work()
    {
        int at = Random.Below(8);
        for (int i = 0; i < 8; i++, at = (at + 1) % 8)
        {
            switch (at)
            {
                case 0 or 1 or 2 when Network.HasMessages:
                    return Network.Deliver() || !IsQuiet;
                case 3 or 4 when Database.HasStatements:
                    Database.Proceed();
                    return true;
                case 5 when Database.HasAnswers:
                    Database.Answer();
                    return true;
                case 6 when Wakes.Count > 0:
                    Wake();
                    return true;
                case 7 when Clients.HasSleepers:
                    Clients.Wake();
                    return true;
                default:
                    continue;
            }
        }

        return false;
    }

    private void Wake()
    {
        int at = Random.Below(Wakes.Count);
        SimWake wake = Wakes[at];
        Wakes[at] = Wakes[^1];
        Wakes.RemoveAt(Wakes.Count - 1);
        if (wake.By.IsAlive)
        {
            wake.By.Machine.Wake(wake.Kind, wake.Parent);
            wake.By.Run();
        }
    }

    private void Sweep()
    {
        foreach (UnitId root in Store.ReadInteriorRoots())
        {
            SimCall<NudgeReply> call = new(null, _ => { }, () => { });
            Network.Call(call, new SimRequest(
                SimCatalogue.IndexOf(root),
                "sweep",
                to => to.Machine.Nudge(null, null, new SimReply<NudgeReply>(to, call, new NudgeReply(null))),
                isNudge: true));
        }
    }
}
