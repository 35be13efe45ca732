using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>What is staged is pushed along.</summary>
internal sealed class PushStaged : Decisions
{
    public override IEnumerable<CellValue> AlsoPushed(IReadOnlyList<StagedItem> staged) => staged
        .SelectMany(s => s.Report?.Entries ?? [])
        .Where(e => e.Kind == EntryKind.Add)
        .Select(e => new CellValue(CellKey.Of(Aspect.Actual, e.Measure.Number, e.Category, e.Month), e.Value));
}
