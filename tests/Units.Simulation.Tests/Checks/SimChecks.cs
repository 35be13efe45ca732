using System.Buffers.Binary;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>The invariants on what activations hold and on all that leaves them.</summary>
internal sealed class SimChecks(Simulator sim)
{
    private readonly ShownContents _shown = new();
    private readonly Dictionary<(int Parent, int Child), (long Epoch, int[] Counts)> _acknowledged = [];

    private IReadOnlyList<UnitRecord> Units => sim.Store.Units;

    /// <summary>The newest version that a unit has shown.</summary>
    public UnitVersion NewestShown(int unit) => _shown.NewestOf(unit);

    /// <summary>An activation has had a turn.</summary>
    public void AfterTurn(SimActivation by)
    {
        if (by.Seen.Look(Units) && by.Machine.IsInterior)
        {
            foreach (((int parent, int child), (long epoch, int[] counts)) in _acknowledged)
            {
                if (parent == by.Unit && by.Epoch > epoch)
                {
                    HoldsAcknowledged(by, child, counts);
                }
            }
        }
    }

    /// <summary>A push leaves.</summary>
    public void Pushed(SimActivation by, Effect.Push push)
    {
        PushMessage message = push.Message;
        int[] counts = ContentOf(by, push);
        for (int i = 0; i < counts.Length; i++)
        {
            int unit = i / SimCatalogue.Months;
            if (counts[i] > 0 && (unit >= Units.Count || counts[i] > Units[unit].Markers[i % SimCatalogue.Months]))
            {
                throw new ViolatedException($"I7 {by} pushes {counts[i]} of {SimCatalogue.MarkerText(i)}, which is not committed");
            }
        }

        if (message.Base is null)
        {
            ulong print = 0;
            foreach (CellValue cell in message.Cells)
            {
                print = unchecked(print + ((ulong)cell.Amount.Scaled * SimRandom.Mix(cell.Key.Packed)));
            }

            _shown.ShowAll(by.Unit, message.Version, push.Parent.Text, print);
        }

        _shown.Show(by.Unit, message.Version, counts);
    }

    /// <summary>An answer to a push leaves.</summary>
    public void Acknowledged(SimActivation by, PushMessage message, PushReply reply)
    {
        int child = SimCatalogue.IndexOf(message.Child);
        if (reply != PushReply.Ack || _shown.Find(child, message.Version) is not { } content)
        {
            return;
        }

        if (!_acknowledged.TryGetValue((by.Unit, child), out (long Epoch, int[] Counts) before))
        {
            before = (0, ShownContents.Unknown());
        }

        for (int i = 0; i < content.Length; i++)
        {
            int month = i % SimCatalogue.Months;
            if (Units[child].ParentAt[month] == by.Unit)
            {
                before.Counts[i] = Math.Max(before.Counts[i], content[i]);
            }
        }

        _acknowledged[(by.Unit, child)] = (Math.Max(before.Epoch, by.Epoch), before.Counts);
        foreach (SimActivation other in sim.Cluster.Of(by.Unit))
        {
            if (other.Epoch > by.Epoch && other.Machine.IsReady && other.Machine.IsInterior)
            {
                HoldsAcknowledged(other, child, before.Counts);
            }
        }
    }

    /// <summary>The answer to a report leaves.</summary>
    public static void Answered(UnitRecord unit, ReadOnlySpan<byte> contentHash, SubmitResult result)
    {
        if (result.Status is not (SubmitStatus.Committed or SubmitStatus.Repeated or SubmitStatus.OtherContent))
        {
            return;
        }

        Receipt receipt = result.Receipt ?? throw new ViolatedException($"I1 {unit.Id} answers {result.Status} without a receipt");
        JournalReport? row = receipt.Sequence <= unit.Reports.Count ? unit.Reports[(int)receipt.Sequence - 1] : null;
        bool isSame = row is not null && row.ContentHash.AsSpan().SequenceEqual(contentHash);
        bool isMine = row is not null && JournalChecks.NumberOf(row) == BinaryPrimitives.ReadInt32LittleEndian(contentHash);
        if (!isMine || isSame == (result.Status == SubmitStatus.OtherContent))
        {
            throw new ViolatedException(
                $"I1 {unit.Id} acknowledges a report as {result.Status} at {receipt.Sequence}, where its journal has {row?.Key.Report.Text ?? "nothing"}");
        }

        if (!Receipts.Of(unit.Id, row!).Entries.Select(e => (e.Outcome, e.Delta)).SequenceEqual(receipt.Entries.Select(e => (e.Outcome, e.Delta))))
        {
            throw new ViolatedException($"I1 the receipt of {receipt.Report} at {unit.Id} is not the first one");
        }
    }

    /// <summary>Exact totals leave.</summary>
    /// <param name="by">Who answers.</param>
    /// <param name="totals">The answer.</param>
    /// <param name="since">What was shown, and for a leaf committed, before the question was asked.</param>
    public void ReadAnswered(SimActivation by, UnitTotals totals, UnitVersion since)
    {
        if (!totals.InStep)
        {
            return;
        }

        if (totals.Version < since)
        {
            throw new ViolatedException($"I9 {by} answers with {totals.Version}; {since} was there before it was asked");
        }

        int[] counts = new int[ShownContents.Length];
        ulong print = 0;
        for (int i = 0; i < totals.Sums.Length; i++)
        {
            SumReading sum = totals.Sums[i];
            if (i < counts.Length)
            {
                counts[i] = (int)sum.Amount.Scaled;
            }

            print = unchecked((print * 31) + SimRandom.Mix((ulong)sum.Amount.Scaled) + ((ulong)sum.Presence * 7) + ((ulong)sum.Estimated.Scaled * 3) + (ulong)sum.AtLeast);
        }

        foreach (TargetReading target in totals.Targets)
        {
            foreach (TargetFigure figure in new[] { target.Lower, target.Upper, target.Numerator, target.Denominator })
            {
                print = unchecked((print * 31) + SimRandom.Mix((ulong)(figure.Own?.Scaled ?? -1)) + ((ulong)figure.ChildrenSum.Scaled * 3) + (ulong)figure.ChildrenCount);
            }

            print = unchecked((print * 31) + ((ulong)target.Kind * 5) + ((ulong)target.Assessment * 3) + (ulong)(target.Stated?.Words.Length ?? -1));
        }

        // What the children tell is part of the content too, though no part of the total.
        foreach (TargetReading target in totals.Children.SelectMany(c => c.Targets))
        {
            print = unchecked((print * 31) + SimRandom.Mix((ulong)(target.Lower.Own?.Scaled ?? -1)) + (ulong)(target.Upper.Own?.Scaled ?? -1) + ((ulong)target.Kind * 5));
        }

        if (totals.Version.Epoch == 0)
        {
            IsPrefix(by, totals.Version.N, counts);
        }

        _shown.ShowAll(by.Unit, totals.Version, "read", print);
        _shown.Show(by.Unit, totals.Version, counts);
    }

    private static void HoldsAcknowledged(SimActivation by, int child, int[] counts)
    {
        HeldChild? held = by.Machine.Held.GetValueOrDefault(SimCatalogue.Units[child]);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] <= 0)
            {
                continue;
            }

            CellKey key = CellKey.Of(Aspect.Actual, SimCatalogue.FirstMarker + (i / SimCatalogue.Months), 0, SimCatalogue.MonthAt(i % SimCatalogue.Months));
            if (held is null || held.Cells[key].Scaled < counts[i])
            {
                throw new ViolatedException(
                    $"I10 {by} holds {held?.Cells[key]} of {SimCatalogue.MarkerText(i)} in {SimCatalogue.Units[child]}; an earlier epoch acknowledged {counts[i]}");
            }
        }
    }

    /// <summary>What a push says about the sender's part: of a leaf its journal up to the version, else what it said before and what it says now.</summary>
    private int[] ContentOf(SimActivation by, Effect.Push push)
    {
        PushMessage message = push.Message;
        int[] counts = ShownContents.Unknown();
        int[]? known = message.Base is { } b && message.Version.Epoch > 0 ? _shown.Find(by.Unit, b) : null;
        for (int month = 0; month < SimCatalogue.Months; month++)
        {
            if (by.Machine.Edges.ParentOf(SimCatalogue.MonthAt(month)) == push.Parent && (message.Base is null || known is not null))
            {
                for (int i = month; i < counts.Length; i += SimCatalogue.Months)
                {
                    counts[i] = known is null ? 0 : known[i];
                }
            }
        }

        foreach (CellValue cell in message.Cells)
        {
            bool isOfPart = by.Machine.Edges.ParentOf(cell.Key.Month) == push.Parent;
            if (!cell.Amount.IsZero && !isOfPart)
            {
                throw new ViolatedException($"I5 {by} pushes {cell.Key} to {push.Parent}, whose part it is not");
            }

            // A zero may tell a former parent that the cell is not its own: that says nothing of the whole.
            int marker = SimCatalogue.MarkerIndex(cell.Key);
            if (marker >= 0 && isOfPart)
            {
                counts[marker] = (int)cell.Amount.Scaled;
            }
        }

        if (message.Version.Epoch == 0)
        {
            IsPrefix(by, message.Version.N, counts);
        }

        return counts;
    }

    private void IsPrefix(SimActivation by, long sequence, int[] counts)
    {
        UnitRecord unit = Units[by.Unit];
        int[]? committed = sequence < unit.MarkersAt.Count ? unit.MarkersAt[(int)sequence] : null;
        for (int i = 0; i < counts.Length; i++)
        {
            int expected = committed is not null && i / SimCatalogue.Months == by.Unit ? committed[i % SimCatalogue.Months] : 0;
            if (counts[i] >= 0 && counts[i] != expected)
            {
                throw new ViolatedException(
                    $"I7 {by} shows {counts[i]} of {SimCatalogue.MarkerText(i)}; its journal has {expected} up to {sequence}");
            }
        }
    }
}
