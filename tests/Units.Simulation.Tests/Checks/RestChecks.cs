using Units.Grains.Ledger;
using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>What must hold at rest: every unit reads exactly the sum of the rows that are its own.</summary>
internal sealed class RestChecks(Simulator sim)
{
    private readonly Dictionary<CellKey, Int128>[] _totals = new Dictionary<CellKey, Int128>[sim.Store.Units.Count];

    /// <summary>The sums, from the journal alone: by month up the edges; of a target a unit passes up its own, else its children's.</summary>
    public void SumUp()
    {
        for (int unit = 0; unit < _totals.Length; unit++)
        {
            _totals[unit] = [];
        }

        for (int month = 0; month < SimCatalogue.Months; month++)
        {
            bool[] isDone = new bool[_totals.Length];
            for (int unit = 0; unit < _totals.Length; unit++)
            {
                SumUp(unit, month, isDone);
            }
        }
    }

    /// <summary>Of every unit what holds is what its plans say: the latest decision on each target, whatever the order in which they came.</summary>
    public void ComparePlans()
    {
        foreach (UnitRecord unit in sim.Store.Units)
        {
            Plan? plan = PlanBook.Of(sim.Store.ReadPlans(unit.Id).Entries).Find(new PlanId("plan"));
            Dictionary<CellKey, Int128> expected = (plan?.Targets ?? []).SelectMany(t => TargetCells.Of(t, additive: true))
                .Where(c => !c.Amount.IsZero).ToDictionary(c => c.Cell, c => c.Amount.Scaled);
            Dictionary<CellKey, Int128> own = unit.Own
                .Where(c => c is { Key.Subject: SimCatalogue.PlannedIndicator, Key.Aspect: Aspect.Target or Aspect.RatioTarget } && c.Value != 0).ToDictionary();
            foreach (CellKey key in expected.Keys.Union(own.Keys).Where(k => expected.GetValueOrDefault(k) != own.GetValueOrDefault(k)))
            {
                throw new ViolatedException($"I6 {unit.Id} has {own.GetValueOrDefault(key)} of {key}; its decisions say {expected.GetValueOrDefault(key)}");
            }
        }
    }

    /// <summary>Compares what an activation holds, and its answer, with the journal.</summary>
    public void Compare(SimActivation by, UnitTotals answer)
    {
        Dictionary<CellKey, Int128> expected = _totals[by.Unit];
        if (by.Machine.IsInterior)
        {
            by.Seen.LookAfresh(sim.Store.Units);
            CompareTotal(by, expected);
            CompareTold(by);
        }

        for (int i = 0; i < SimCatalogue.Everything.Sums.Length; i++)
        {
            CompareSum(by, SimCatalogue.Everything.Sums[i], answer.Sums[i], expected);
        }
    }

    private void SumUp(int unit, int month, bool[] isDone)
    {
        if (isDone[unit])
        {
            return;
        }

        isDone[unit] = true;
        UnitRecord record = sim.Store.Units[unit];
        Add(_totals[unit], record.Own.Where(c => SimCatalogue.IndexOf(c.Key.Month) == month));
        foreach (int child in record.Children)
        {
            if (sim.Store.Units[child].ParentAt[month] == unit)
            {
                SumUp(child, month, isDone);
                Add(_totals[unit], PassedUp(child, month));
            }
        }
    }

    private IEnumerable<KeyValuePair<CellKey, Int128>> PassedUp(int child, int month)
    {
        Dictionary<CellKey, Int128> own = sim.Store.Units[child].Own;
        foreach ((CellKey key, Int128 amount) in _totals[child])
        {
            if (!key.IsTold && SimCatalogue.IndexOf(key.Month) == month)
            {
                bool hasOwn = key.IsTarget && own.GetValueOrDefault(key.With(Aspect.TargetPresence)) != 0;
                yield return new(key, hasOwn ? own.GetValueOrDefault(key) : amount);
            }
        }
    }

    private static void Add(Dictionary<CellKey, Int128> total, IEnumerable<KeyValuePair<CellKey, Int128>> cells)
    {
        foreach ((CellKey key, Int128 amount) in cells)
        {
            total[key] = total.GetValueOrDefault(key) + amount;
        }
    }

    private static void CompareTotal(SimActivation by, Dictionary<CellKey, Int128> expected)
    {
        UnitMachine machine = by.Machine;
        foreach ((CellKey key, Int128 amount) in expected)
        {
            if (machine.Total[key].Scaled != amount)
            {
                throw new ViolatedException($"I6 at rest {by} has {machine.Total[key]} of {key}, the journal has {amount}");
            }
        }

        foreach (CellValue cell in machine.Total)
        {
            if (expected.GetValueOrDefault(cell.Key) != cell.Amount.Scaled)
            {
                throw new ViolatedException($"I6 at rest {by} has {cell.Amount} of {cell.Key}, the journal has none");
            }
        }
    }

    /// <summary>What each child tells of its targets is held for it, for the months in which it hangs here, and nothing else.</summary>
    private void CompareTold(SimActivation by)
    {
        foreach (UnitRecord child in sim.Store.Units.Where(u => u.Index != by.Unit))
        {
            Dictionary<CellKey, Int128> expected = child.Own
                .Where(c => c.Key.IsTold && c.Value != 0 && child.ParentAt[SimCatalogue.IndexOf(c.Key.Month)] == by.Unit)
                .ToDictionary(c => c.Key, c => c.Value);
            Dictionary<CellKey, Int128> held = by.Machine.Held.GetValueOrDefault(child.Id)?.Cells
                .Where(c => c.Key.IsTold).ToDictionary(c => c.Key, c => c.Amount.Scaled) ?? [];
            foreach (CellKey key in expected.Keys.Union(held.Keys).Where(k => expected.GetValueOrDefault(k) != held.GetValueOrDefault(k)))
            {
                throw new ViolatedException(
                    $"I6 at rest {by} holds {held.GetValueOrDefault(key)} of {key} for {child.Id}, which tells {expected.GetValueOrDefault(key)}");
            }
        }
    }

    private static void CompareSum(SimActivation by, SumQuery query, SumReading sum, Dictionary<CellKey, Int128> expected)
    {
        Int128 amount = 0;
        Int128 presence = 0;
        int from = query.Measure.Kind == MeasureKind.Stock ? 0 : SimCatalogue.IndexOf(query.Range.To);
        for (int month = from; month <= SimCatalogue.IndexOf(query.Range.To); month++)
        {
            for (int category = 0; category <= query.Measure.Categories; category++)
            {
                CellKey key = CellKey.Of(Aspect.Actual, query.Measure.Number, (ushort)category, SimCatalogue.MonthAt(month));
                amount += expected.GetValueOrDefault(key);
                presence += expected.GetValueOrDefault(key.With(Aspect.Presence));
            }
        }

        if (sum.Amount.Scaled != amount || sum.Presence != presence)
        {
            throw new ViolatedException(
                $"I6 at rest {by} reads {sum.Amount} ({sum.Presence}) of {query.Measure.Number}@{query.Range.To}, the journal has {amount} ({presence})");
        }
    }
}
