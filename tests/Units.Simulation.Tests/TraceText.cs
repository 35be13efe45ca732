using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>How things read in a trace.</summary>
internal static class TraceText
{
    /// <summary>A message, an effect or an answer, in short.</summary>
    public static string Of(object? what) => what switch
    {
        PushMessage m => $"push of {m.Child} {m.Version} " + (m.Base is { } b ? $"on {b} " : "all ") + Of(m.Cells),
        Effect.Append a => $"append {Of(a.Batch)}",
        Effect.Push p => $"to {p.Parent} {Of(p.Message)}",
        Effect.ReadPages r => $"ReadPages {r.Pages.Length}",
        Effect.FindReceipts f => $"FindReceipts {string.Join(' ', f.Reports.Select(r => r.Report))}",
        Effect.ReadChildren r => $"ReadChildren beyond {string.Join(' ', r.Held.OrderBy(h => h.Key).Select(h => $"{h.Key}:{h.Value}"))}",
        Effect e => e.ToString()!,
        ChildrenReading c => $"journal {c.Sequence}, news " + string.Join(' ', c.News.Select(n => $"{n.Unit}:{n.From}-{n.To}"))
            + " interior " + string.Join(' ', c.Interior),
        PageReading p => $"pages at {p.Sequence}",
        List<HeldRecord> l => "snapshot " + string.Join(' ', l.Select(r => $"{r.Child}:{r.Version}")),
        UnitHead h => $"head {h.Sequence}{(h.IsInterior ? " interior" : "")}",
        AppendOutcome o => o.Status.ToString(),
        UnitTotals t => $"totals {t.Unit} {t.Version}{(t.InStep ? "" : " not in step")}",
        SubmitResult r => $"{r.Status} {r.Receipt?.Sequence}",
        Report r => $"report {r.Id} {string.Join(' ', r.Entries.Select(e => $"{e.Kind}:{e.Measure.Number}.{e.Category}@{e.Month}={e.Value}"))}",
        TargetAssignment t => $"target {t.RequestId} {t.Indicator}@{t.Range}={t.Value}{(t.Withdrawn ? " withdrawn" : "")}",
        _ => what?.ToString() ?? "nothing",
    };

    private static string Of(JournalBatch batch) =>
        $"after {batch.After} epoch {batch.Epoch} " + string.Join(' ', batch.Reports.Select(r => r.Key.Report))
        + (batch.Edge is { } edge ? $" EDGE {edge.Edge.Parent} from {edge.Edge.From}" : "");

    private static string Of(IReadOnlyCollection<CellValue> cells) =>
        "{" + string.Join(' ', cells.Where(c => c.Key.Aspect is Aspect.Actual or Aspect.Target).OrderBy(c => c.Key).Select(c =>
            $"{(c.Key.Aspect == Aspect.Target ? "T" : "")}{(c.Key.Subject >= SimCatalogue.FirstMarker ? SimCatalogue.Units[c.Key.Subject - SimCatalogue.FirstMarker].Text : c.Key.Subject)}@{c.Key.Month}={c.Amount}")) + "}";
}
