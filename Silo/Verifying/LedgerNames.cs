using System.Diagnostics.CodeAnalysis;

namespace Units.Silo.Verifying;

/// <summary>The measures and indicators behind the numbers of the journal, to read rows with and to name them.</summary>
internal sealed class LedgerNames(IEnumerable<Measure> measures, IEnumerable<Indicator> indicators)
{
    private readonly Dictionary<int, Measure> _measures = measures.ToDictionary(m => m.Number);
    private readonly Dictionary<int, Indicator> _indicators = indicators.ToDictionary(i => i.Number);

    /// <summary>The measure of a number.</summary>
    public bool TryMeasure(int number, [NotNullWhen(true)] out Measure? measure) => _measures.TryGetValue(number, out measure);

    /// <summary>What a cell is about, for a person.</summary>
    public string Subject(CellKey cell) => cell.IsTarget
        ? _indicators.TryGetValue(cell.Subject, out Indicator? indicator) ? $"target on {indicator.Id}" : $"target on indicator number {cell.Subject}"
        : _measures.TryGetValue(cell.Subject, out Measure? measure) ? Name(measure, cell.Category) : $"measure number {cell.Subject}";

    /// <summary>An amount of a cell, for a person.</summary>
    public string Text(CellKey cell, Amount amount) => DecimalText.Format(amount, Scale(cell));

    private static string Name(Measure measure, ushort category) =>
        category == 0 ? $"measure {measure.Id}" : $"measure {measure.Id}, category {measure.Categories.FirstOrDefault(c => c.Number == category)?.Id ?? $"{category}"}";

    private int Scale(CellKey cell) => cell.Aspect switch
    {
        Aspect.Actual or Aspect.Estimated => _measures.TryGetValue(cell.Subject, out Measure? measure) ? measure.Scale : 0,
        Aspect.RatioTarget => cell.Part <= TargetPart.Upper ? TargetAssignment.RatioScale : 0,
        Aspect.Target => _indicators.TryGetValue(cell.Subject, out Indicator? indicator)
            ? _measures.Values.FirstOrDefault(m => m.Id == indicator.Numerator.Measure)?.Scale ?? 0 : 0,
        _ => 0,
    };
}
