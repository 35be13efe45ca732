using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>Holds the snapshots against the journals: a record may only hold what the journal says up to the version that it names.</summary>
/// <remarks>Of a child that has children itself only the epoch is judged: it takes a new one when it opens and then says all anew.</remarks>
internal sealed class SnapshotProof(
    RestoredLedger data, Findings findings, LedgerNames names, TreeTotals tree, IReadOnlyDictionary<UnitId, long> heads, ProofCounts counts)
{
    private Dictionary<UnitId, long> _epochs = [];

    /// <summary>Proves them all.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        _epochs = await data.Epochs();
        foreach (StoredSnapshot place in await data.Snapshots())
        {
            cancellation.ThrowIfCancellationRequested();

            // What cannot be read counts as absent to a silo too.
            if (await data.Read(place) is { } record)
            {
                await Prove(place, record);
            }
        }
    }

    private async Task Prove(StoredSnapshot place, HeldRecord record)
    {
        bool isOwn = place.Child == place.Parent;
        if (!isOwn && (tree.IsParent(place.Child) || _epochs.ContainsKey(place.Child)))
        {
            counts.SnapshotsReplaced++;
            if (record.Version.Epoch > _epochs.GetValueOrDefault(place.Child))
            {
                Differ(place, $"at most epoch {_epochs.GetValueOrDefault(place.Child)}, which is that of {place.Child}", $"version {record.Version}");
            }

            return;
        }

        counts.Snapshots++;
        if (record.Version.N > heads.GetValueOrDefault(place.Child) || record.Version.Epoch != 0)
        {
            Differ(place, $"at most report {heads.GetValueOrDefault(place.Child)}, where the journal of {place.Child} ends", $"version {record.Version}");
            return;
        }

        await Compare(place, record, isOwn);
    }

    private async Task Compare(StoredSnapshot place, HeldRecord record, bool isOwn)
    {
        Dictionary<CellKey, Amount> journal = await data.SumUpTo(place.Child, record.Version.N);
        Dictionary<CellKey, Amount> held = record.Cells.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Amount);
        Grains.Propagation.EdgeMap edges = tree.EdgesOf(place.Child);
        bool IsHeld(CellKey key) => isOwn || edges.ParentOf(key.Month) == place.Parent;
        foreach (CellKey key in journal.Keys.Where(IsHeld).Union(held.Keys).Order())
        {
            Amount expected = IsHeld(key) ? journal.GetValueOrDefault(key) : Amount.Zero;
            Amount found = held.GetValueOrDefault(key);
            if (expected != found)
            {
                Differ(place, $"{names.Text(key, expected)}, which is what the journal of {place.Child} says up to report {record.Version.N} ({key.Aspect})",
                    names.Text(key, found), key);
            }
        }
    }

    private void Differ(StoredSnapshot place, string expected, string found, CellKey? cell = null) =>
        findings.Add(new Contradiction(place.Parent.Text, $"snapshot of {place.Child}", expected, found, Remedies.Snapshots)
        {
            Subject = cell is { } key ? names.Subject(key) : "",
            Month = cell?.Month,
        });
}
