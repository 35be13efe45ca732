using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Units.Gateway.Caches;

/// <summary>The catalogue by id and by number. It may lack the newest entries; what it has is never wrong.</summary>
internal sealed class CatalogueView
{
    private readonly FrozenDictionary<string, Measure> _measures;
    private readonly FrozenDictionary<int, Measure> _measuresByNumber;
    private readonly FrozenDictionary<string, Indicator> _indicators;
    private readonly FrozenDictionary<int, Indicator> _indicatorsByNumber;
    private readonly FrozenDictionary<int, Lazy<Formula>> _formulas;

    /// <summary>The view of a catalogue.</summary>
    public CatalogueView(Catalogue catalogue)
    {
        _measures = catalogue.Measures.ToFrozenDictionary(m => m.Id.Text, StringComparer.Ordinal);
        _measuresByNumber = catalogue.Measures.ToFrozenDictionary(m => m.Number);
        _indicators = catalogue.Indicators.ToFrozenDictionary(i => i.Id.Text, StringComparer.Ordinal);
        _indicatorsByNumber = catalogue.Indicators.ToFrozenDictionary(i => i.Number);
        _formulas = catalogue.Indicators.ToFrozenDictionary(i => i.Number, i => new Lazy<Formula>(() => FormulaOf(i)));
        Measures = [.. catalogue.Measures.OrderBy(m => m.Id)];
        Indicators = [.. catalogue.Indicators.OrderBy(i => i.Id)];
    }

    /// <summary>All measures by id.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>All indicators by id.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The measure of an id.</summary>
    public bool TryMeasure(string id, [NotNullWhen(true)] out Measure? measure) => _measures.TryGetValue(id, out measure);

    /// <summary>The measure of a number.</summary>
    public bool TryMeasure(int number, [NotNullWhen(true)] out Measure? measure) => _measuresByNumber.TryGetValue(number, out measure);

    /// <summary>The indicator of a number.</summary>
    public bool TryIndicator(int number, [NotNullWhen(true)] out Indicator? indicator) => _indicatorsByNumber.TryGetValue(number, out indicator);

    /// <summary>The indicator of an id.</summary>
    public bool TryIndicator(string id, [NotNullWhen(true)] out Indicator? indicator) => _indicators.TryGetValue(id, out indicator);

    /// <summary>An indicator with what it is computed from. All of that exists: an indicator is created on what does.</summary>
    public Formula Formula(Indicator indicator) => _formulas[indicator.Number].Value;

    /// <summary>The measures of an indicator. They exist: an indicator is created on measures that do, and both are only added.</summary>
    public (Measure Numerator, Measure? Denominator) MeasuresOf(Indicator indicator) =>
        (_measures[indicator.Numerator.Measure.Text], indicator.Denominator is { } term ? _measures[term.Measure.Text] : null);

    private Formula FormulaOf(Indicator indicator)
    {
        (Measure numerator, Measure? denominator) = MeasuresOf(indicator);
        return new Formula(indicator, numerator, denominator, [.. indicator.Components.Select(number => Formula(_indicatorsByNumber[number]))]);
    }
}
