namespace Units.Simulation;

/// <summary>The tree at the start, and the end: faults stop, all comes to rest, every unit is read.</summary>
internal sealed partial class Simulator
{
    private const int Sweeps = 3;

    /// <summary>At rest nothing is lost any more, so only what was lost before waits so long.</summary>
    private const int Patience = 100;

    private void PlantTree()
    {
        int count = 8 + Random.Below(7);
        int levels = Profile.Levels > 0 ? Profile.Levels : 3 + Random.Below(2);
        int[] depth = new int[count];
        Store.Create(-1);
        for (int unit = 1; unit < count; unit++)
        {
            // The first units hang below each other, so that there are as many levels.
            int parent = unit < levels ? unit - 1 : Random.Below(unit);
            while (depth[parent] >= levels - 1)
            {
                parent = Random.Below(unit);
            }

            depth[unit] = depth[parent] + 1;
            Store.Create(parent);
            Log($"TREE {SimCatalogue.Units[unit]} under {SimCatalogue.Units[parent]}");
        }
    }

    private void CreateUnit()
    {
        if (Store.Units.Count == SimCatalogue.MaxUnits)
        {
            return;
        }

        int parent = Random.Below(Store.Units.Count);
        Faults.Count(Fault.ChildCreated);
        if (!Store.Units[parent].IsInterior)
        {
            Faults.Count(Fault.LeafBecomesInterior);
        }

        UnitRecord unit = Store.Create(parent);
        Log($"CREATE {unit.Id} under {SimCatalogue.Units[parent]}");
    }

    private void Rest()
    {
        IsQuiet = true;
        Log("--- faults stop");
        while (Cluster.EndDuplicate())
        {
        }

        Drain();
        for (int i = 0; i < Sweeps; i++)
        {
            Sweep();
            Drain();
        }

        ReadAll();
    }

    /// <summary>Everything under way goes on until nothing is; who waits for nothing stops to wait.</summary>
    private void Drain()
    {
        for (int i = 0; i < RestSteps; i++, Step++)
        {
            if ((Random.Chance(0.1) && Network.TimeOut(Patience)) || Work() || Network.TimeOut())
            {
                continue;
            }

            return;
        }

        throw new ViolatedException("I11 it does not come to rest");
    }

    /// <summary>Reads every unit, from the top down: to read a unit wakes it, and no one above may need that.</summary>
    private void ReadAll()
    {
        RestChecks checks = new(this);
        checks.SumUp();
        checks.ComparePlans();
        foreach (UnitRecord unit in Store.Units.OrderBy(DepthOf))
        {
            bool isRead = false;
            for (int i = 0; i < 3 && !isRead; i++)
            {
                Clients.Read(unit.Index, (by, totals) =>
                {
                    if (totals.InStep)
                    {
                        isRead = true;
                        checks.Compare(by, totals);
                    }
                });
                Drain();
            }

            if (!isRead)
            {
                throw new ViolatedException($"I11 at rest {unit.Id} cannot be read");
            }
        }
    }

    private int DepthOf(UnitRecord unit)
    {
        int depth = 0;
        for (int month = 0; month < SimCatalogue.Months; month++)
        {
            int steps = 0;
            for (int at = unit.ParentAt[month]; at >= 0; at = Store.Units[at].ParentAt[month])
            {
                steps++;
            }

            depth = Math.Max(depth, steps);
        }

        return depth;
    }
}
