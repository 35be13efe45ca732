using Units.Grains.Ledger;

namespace Units.Silo.Verifying;

/// <summary>Proves every total of a database: each journal by the ledger's rules, each total by plain SQL over the journals below it, and what lies beside.</summary>
internal sealed class LedgerProof(RestoredLedger data, Findings findings)
{
    private LedgerNames _names = new([], []);

    /// <summary>What was looked at.</summary>
    public ProofCounts Counts { get; } = new();

    /// <summary>Proves it all; what does not hold is in the findings.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (string damage in await data.Damage())
        {
            findings.Add(new Contradiction("", "the database's own check", "ok", damage, Remedies.File));
        }

        _names = await data.Names();
        List<UnitId> units = await data.Units();
        TreeTotals tree = new(await data.Edges());
        Counts.Units = units.Count;
        (List<UnitId> order, List<UnitId> circular) = tree.ChildrenFirst(units);
        foreach (UnitId unit in circular)
        {
            findings.Add(new Contradiction(unit.Text, "tree", "no unit above itself", "a circle", Remedies.Tables));
        }

        await RequireUnits(units, order);
        Dictionary<UnitId, long> heads = [];
        foreach (UnitId unit in order)
        {
            cancellation.ThrowIfCancellationRequested();
            await Prove(unit, tree, heads, cancellation);
        }

        await new SnapshotProof(data, findings, _names, tree, heads, Counts).Run(cancellation);
    }

    private async Task RequireUnits(List<UnitId> units, List<UnitId> order)
    {
        HashSet<UnitId> known = [.. units];
        foreach (UnitId unit in order.Where(u => !known.Contains(u)))
        {
            findings.Add(new Contradiction(unit.Text, "tree", "a unit", "an edge to one that does not exist", Remedies.Tables));
        }

        foreach (string unit in await data.StrayUnits())
        {
            findings.Add(new Contradiction(unit, "journal", "a unit that exists", "rows of one that does not", Remedies.Tables));
        }

        foreach ((string unit, string source, string report, long times) in await data.Doubled())
        {
            findings.Add(new Contradiction(unit, $"report {report} of {source}", "once in the journal", $"{times} times", Remedies.Journal));
        }
    }

    private async Task Prove(UnitId unit, TreeTotals tree, Dictionary<UnitId, long> heads, CancellationToken cancellation)
    {
        UnitReplay replay = new(unit, _names, findings);
        try
        {
            await foreach (StoredReport report in data.Journal(unit, cancellation))
            {
                replay.Take(report);
                Counts.Take(report);
            }
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or InvalidCastException)
        {
            findings.Add(new Contradiction(unit.Text, $"journal after report {replay.Sequence}", "a row", $"columns that are none ({e.Message})", Remedies.Journal));
        }

        if (replay.Sequence > 0)
        {
            heads[unit] = replay.Sequence;
        }

        RequireMoves(unit, tree, replay);
        await RequireClosures(unit, replay);
        CellTable total = tree.TotalOf(unit, replay.Cells);
        if (total.Count > 0 || replay.Rows > 0 || tree.IsParent(unit))
        {
            await RequireTotal(unit, total);
        }

        tree.PassOn(unit, total);
    }

    private async Task RequireTotal(UnitId unit, CellTable total)
    {
        Counts.Totals += total.Count;
        Dictionary<CellKey, Amount> sums = await data.SumBelow(unit);
        foreach (CellKey key in sums.Keys.Union(total.Select(c => c.Key)).Where(k => sums.GetValueOrDefault(k) != total[k]).Order())
        {
            findings.Add(new Contradiction(unit.Text, $"total ({key.Aspect})", $"{_names.Text(key, total[key])}, which is what stands in the journals below",
                $"{_names.Text(key, sums.GetValueOrDefault(key))}, which is what their changes add up to", Remedies.Journal)
            {
                Subject = _names.Subject(key),
                Month = key.Month,
            });
        }
    }

    private void RequireMoves(UnitId unit, TreeTotals tree, UnitReplay replay)
    {
        if (replay.Moves is not [.., UnitEdge last])
        {
            return;
        }

        UnitEdge[] edges = [.. tree.EdgesOf(unit).Edges];
        foreach (UnitEdge edge in replay.Moves.Except(edges))
        {
            findings.Add(new Contradiction(unit.Text, "tree", $"the parent {edge.Parent} from {edge.From} on, as the journal has it", "another one", Remedies.Tables));
        }

        foreach (UnitEdge edge in edges.Where(e => e.From > last.From))
        {
            findings.Add(new Contradiction(unit.Text, "tree", $"no edge after {last.From}", $"the parent {edge.Parent} from {edge.From} on", Remedies.Tables));
        }
    }

    private async Task RequireClosures(UnitId unit, UnitReplay replay)
    {
        Dictionary<int, long> stored = await data.Closures(unit);
        foreach (int month in stored.Keys.Union(replay.Closed.Keys).Order())
        {
            string expected = By(replay.Closed, month);
            string found = By(stored, month);
            if (expected != found)
            {
                findings.Add(new Contradiction(unit.Text, "closed months", $"{expected}, as the journal has it", found, Remedies.Tables) { Month = Month.FromNumber(month) });
            }
        }

        static string By(IReadOnlyDictionary<int, long> closed, int month) => closed.TryGetValue(month, out long sequence) ? $"closed by report {sequence}" : "open";
    }
}
