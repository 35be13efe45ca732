using System.Collections.Immutable;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>An activation: hosts the product's machine as the grain does, on a storage and a network with faults.</summary>
internal sealed partial class SimActivation
{
    public SimActivation(Simulator sim, int id, int unit, int silo)
    {
        Sim = sim;
        Id = id;
        Unit = unit;
        Silo = silo;
        Seen = new ActivationView(this);
        // Few pages, so that what is dropped and read again is part of every run.
        Machine = new UnitMachine(SimCatalogue.Units[unit], sim.IsAlone, sim.Decisions, sim.NewBatchId, maxPages: 3);
    }

    /// <summary>The run.</summary>
    public Simulator Sim { get; }

    /// <summary>Its number, growing with its age.</summary>
    public int Id { get; }

    /// <summary>The index of its unit.</summary>
    public int Unit { get; }

    /// <summary>Where it is.</summary>
    public int Silo { get; }

    /// <summary>The product.</summary>
    public UnitMachine Machine { get; }

    /// <summary>What the invariants remember of it.</summary>
    public ActivationView Seen { get; }

    /// <summary>False after its end.</summary>
    public bool IsAlive { get; set; } = true;

    /// <summary>The calls it was given.</summary>
    public List<ISimReply> Replies { get; } = [];

    /// <summary>The epoch that it believes to be its own; 0 for a leaf.</summary>
    public long Epoch => Machine.IsInterior ? Machine.Version.Epoch : 0;

    /// <summary>It begins.</summary>
    public void Start()
    {
        Machine.Start();
        Run();
    }

    /// <summary>Does what the machine asks for, then looks at what it made of the turn.</summary>
    public void Run()
    {
        while (IsAlive && Machine.TryTakeEffect(out Effect? effect))
        {
            Do(effect);
        }

        if (IsAlive)
        {
            Sim.Checks.AfterTurn(this);
        }
    }

    /// <summary>Hands what changed of the held records to the snapshot.</summary>
    public void Save()
    {
        ImmutableArray<HeldRecord> changed = Machine.TakeChangedRecords();
        if (!changed.IsEmpty)
        {
            Sim.Store.Save(Machine.Unit, changed);
        }
    }

    private void Do(Effect effect)
    {
        SimStore store = Sim.Store;
        UnitId unit = Machine.Unit;
        switch (effect)
        {
            case FixedEpoch:
                Ask(effect, true, () => store[unit].Epoch = 1, Machine.OnEpoch);
                break;
            case CompareAndSetEpoch:
                ReadAndCompareEpoch();
                break;
            case Effect.ReadHead:
                Ask(effect, false, () => store.ReadHead(unit), Machine.OnHead);
                break;
            case Effect.TakeEpoch:
                Ask(effect, true, () => store.TakeEpoch(unit), Machine.OnEpoch);
                break;
            case Effect.LoadSnapshot:
                Ask(effect, false, () => store.LoadSnapshot(unit), Machine.OnSnapshot);
                break;
            case Effect.ReadChildren read:
                Ask(effect, false, () => store.ReadChildren(unit, read.Held), Machine.OnChildren);
                break;
            case Effect.ReadPages read:
                Ask(effect, false, () => store.ReadPages(unit, read.Pages), pages => Machine.OnPages(read.Pages, pages));
                break;
            case Effect.FindReceipts find:
                Ask(effect, false, () => store.FindReceipts(unit, find.Reports), Machine.OnReceipts);
                break;
            case Effect.ReadTree read:
                Ask(effect, false, () => store.ReadTree(unit, read.Parent), Machine.OnTree);
                break;
            case Effect.ReadClosures read:
                Ask(effect, false, () => store.ReadClosures(unit, read.From), Machine.OnClosures);
                break;
            case Effect.ReadPlans:
                Ask(effect, false, () => store.ReadPlans(unit), Machine.OnPlans);
                break;
            case Effect.Confirm:
                Ask(effect, false, () => store[unit].Epoch, Machine.OnConfirmed);
                break;
            case Effect.Append append:
                Sim.Cluster.WriterOf(Silo).Enqueue(this, append);
                break;
            case Effect.NudgeChild nudge:
                Nudge(nudge);
                break;
            case Effect.Push push:
                Push(push);
                break;
            case Effect.WakeLater wake:
                Sim.Wakes.Add(new SimWake(this, wake.Kind, wake.Parent));
                break;
            case Effect.Deactivate over:
                Sim.Cluster.End(this, over.Reason);
                break;
            default:
                throw new InvalidOperationException($"Effect {effect} has no host.");
        }
    }

    /// <summary>Asks the database until it answers; those who wait for the unit are told when it does not.</summary>
    private void Ask<T>(Effect effect, bool writes, Func<T> work, Action<T> then) => Sim.Database.Issue(new SimStatement<T>(
        effect,
        writes,
        () => IsAlive,
        work,
        result =>
        {
            if (Sim.IsTraced)
            {
                Sim.Log($"{this} hears {TraceText.Of(result)}");
            }

            then(result);
            Run();
        },
        () =>
        {
            Machine.OnStorageAway();
            Run();
            if (IsAlive)
            {
                Ask(effect, writes, work, then);
            }
        }));

    /// <inheritdoc/>
    public override string ToString() => $"{SimCatalogue.Units[Unit]}#{Id}/s{Silo}({Machine.Version}{(Machine.IsReady ? "" : "?")})";
}
