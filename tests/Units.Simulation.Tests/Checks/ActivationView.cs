using Units.Grains.Ledger;
using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>What the invariants saw of an activation the last time: only what changed since is looked at.</summary>
internal sealed class ActivationView(SimActivation of)
{
    private readonly (UnitVersion Version, ulong Print)[] _held = new (UnitVersion, ulong)[SimCatalogue.MaxUnits];
    private UnitVersion _version;
    private bool _wasOpened;

    /// <summary>True once it was seen ready.</summary>
    public bool WasReady { get; private set; }

    /// <summary>Looks again. True when it became ready.</summary>
    public bool Look(IReadOnlyList<UnitRecord> units)
    {
        UnitMachine machine = of.Machine;
        UnitVersion version = machine.Version;
        if (version < _version)
        {
            throw new ViolatedException($"I4 the version of {of} was {_version}");
        }

        bool becameReady = machine.IsReady && !WasReady;
        bool hasNews = version > _version || becameReady || machine.IsOpened != _wasOpened;
        _version = version;
        _wasOpened = machine.IsOpened;
        WasReady = machine.IsReady;
        if (hasNews && machine.IsOpened && machine.IsInterior)
        {
            LookAtHeld(machine, units);
        }

        return becameReady;
    }

    /// <summary>Looks at all of it, as if it had never been seen.</summary>
    public void LookAfresh(IReadOnlyList<UnitRecord> units)
    {
        Array.Clear(_held);
        LookAtHeld(of.Machine, units);
    }

    private void LookAtHeld(UnitMachine machine, IReadOnlyList<UnitRecord> units)
    {
        ulong parts = 0;
        foreach ((UnitId child, HeldChild held) in machine.Held)
        {
            ref (UnitVersion Version, ulong Print) seen = ref _held[SimCatalogue.IndexOf(child)];
            if (held.Version < seen.Version)
            {
                throw new ViolatedException($"I8 what {of} holds of {child} goes back from {seen.Version} to {held.Version}");
            }

            if (held.Version != seen.Version)
            {
                seen = (held.Version, PrintOf(held.Cells, units, child, addsOnly: child != machine.Unit));
            }

            parts = unchecked(parts + seen.Print);
        }

        if (PrintOf(machine.Total, units, machine.Unit, addsOnly: false) != parts)
        {
            throw new ViolatedException($"I4 the total of {of} is not the sum of what it holds");
        }
    }

    /// <summary>
    /// A sum over cells that tells tables apart and adds up as they do; no marker may count more than is committed. What a child tells for
    /// itself adds to nothing.
    /// </summary>
    private ulong PrintOf(CellTable cells, IReadOnlyList<UnitRecord> units, UnitId said, bool addsOnly)
    {
        ulong print = 0;
        foreach (CellValue cell in cells)
        {
            if (addsOnly && cell.Key.IsTold)
            {
                continue;
            }

            print = unchecked(print + ((ulong)cell.Amount.Scaled * SimRandom.Mix(cell.Key.Packed)));
            int marker = SimCatalogue.MarkerIndex(cell.Key);
            if (marker >= 0 && cell.Amount.Scaled > units[marker / SimCatalogue.Months].Markers[marker % SimCatalogue.Months])
            {
                throw new ViolatedException($"I3 {of} counts {cell.Amount} of {SimCatalogue.MarkerText(marker)} in {said}, which is not committed");
            }
        }

        return print;
    }
}
