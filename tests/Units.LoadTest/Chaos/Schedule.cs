using Units.LoadTest.Chaos.Faults;
using Units.LoadTest.Chaos.Overloads;

namespace Units.LoadTest.Chaos;

/// <summary>Which faults come in which order: a function of the seed.</summary>
internal sealed record Schedule
{
    /// <summary>The faults, in order.</summary>
    public required IReadOnlyList<IFault> Faults { get; init; }

    /// <summary>What comes after them, each with a load of its own.</summary>
    public IReadOnlyList<Overload> Overloads { get; init; } = [];

    /// <summary>Load before the first and after each.</summary>
    public required TimeSpan Calm { get; init; }

    /// <summary>How long the highest rate is looked for.</summary>
    public required TimeSpan Capacity { get; init; }

    /// <summary>After how long a silo takes a probe for missed.</summary>
    public required TimeSpan Probe { get; init; }

    /// <summary>Whether the silos need a network of their own.</summary>
    public bool OnWires { get; init; }

    /// <summary>What cannot be done on this machine, and why.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Each process fault once, freezes of 10 s.</summary>
    public static Schedule Short(int seed, IFault killGateway)
    {
        TimeSpan freeze = TimeSpan.FromSeconds(10);
        IFault[] faults =
        [
            new KillSilo(ofRoot: true), killGateway, PostgresAway.Killed, PostgresAway.Stopped, PostgresAway.Frozen(freeze), new FreezeSilo(freeze),
        ];
        new Random(seed).Shuffle(faults);
        return new Schedule
        {
            Faults = faults,
            Calm = TimeSpan.FromSeconds(3),
            Capacity = TimeSpan.FromSeconds(10),
            Probe = TimeSpan.FromSeconds(1),
            LeftOut = [],
        };
    }

    /// <summary>All of them. The kills of silos come one after the other, every 20 s.</summary>
    public static Schedule Full(int seed, IFault killGateway, int gateways)
    {
        TimeSpan freeze = TimeSpan.FromSeconds(30);
        TimeSpan cut = TimeSpan.FromSeconds(20);
        TimeSpan calm = TimeSpan.FromSeconds(8);
        IFault[][] faults =
        [
            [.. Enumerable.Range(0, 9).Select(i => new KillSilo(ofRoot: i % 3 == 0, TimeSpan.FromSeconds(20) - calm))],
            [killGateway], [PostgresAway.Killed], [PostgresAway.Stopped], [PostgresAway.Frozen(freeze)], [new FreezeSilo(freeze)],
            [new Partition(false, cut)], [new Partition(true, cut)], [new SlowAndLossy(cut)], [new RollingRestart(gateways)], [new FullDisk(cut)],
            [new SilentWatchers(each: 2, TimeSpan.FromSeconds(8))],
            .. WrongClock.Library is null ? (IFault[][])[] : [[new WrongClock(cut)]],
        ];
        new Random(seed).Shuffle(faults);
        return new Schedule
        {
            Faults = [.. faults.SelectMany(f => f)],
            // The second gets gateways of its own; those of the first have been at work for a while, as in a cluster that is overrun.
            Overloads = [Overload.OfCapacity, Overload.OfLimit],
            Calm = calm,
            Capacity = TimeSpan.FromSeconds(30),
            Probe = TimeSpan.FromSeconds(2),
            OnWires = true,
            LeftOut = WrongClock.Library is null ? ["clock of a silo one hour off: libfaketime is not installed (test.sh does it)"] : [],
        };
    }

    /// <summary>Those faults alone whose name has one of some texts in it: to look at them.</summary>
    /// <exception cref="ArgumentException">None has.</exception>
    public Schedule Only(IReadOnlyCollection<string> texts)
    {
        Schedule some = this with { Faults = [.. Faults.Where(f => IsMeant(f.Name))], Overloads = [.. Overloads.Where(o => IsMeant(o.Name))] };
        return some.Faults.Count + some.Overloads.Count > 0 ? some : throw new ArgumentException(
            $"No fault has '{string.Join("' or '", texts)}' in its name. There are: {string.Join("; ", Faults.Select(f => f.Name).Concat(Overloads.Select(o => o.Name)).Distinct())}.",
            nameof(texts));

        bool IsMeant(string name) => texts.Any(t => name.Contains(t, StringComparison.OrdinalIgnoreCase));
    }
}
