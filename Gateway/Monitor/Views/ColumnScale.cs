using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>The one scale in which the figures of a column are written, so that its head says the unit once and the rows are compared at a glance.</summary>
/// <param name="Smallest">The smallest figure of the column that is not nothing: in its scale none is written as nothing.</param>
/// <param name="Decimals">The decimals where figures are not scaled.</param>
/// <param name="UnitOfMeasure">As the catalogue has it.</param>
internal sealed record ColumnScale(decimal Smallest, int Decimals, string UnitOfMeasure)
{
    /// <summary>The scale of some figures of an indicator.</summary>
    public static ColumnScale Of(IEnumerable<decimal?> figures, IndicatorReading of) =>
        new(figures.Select(f => Math.Abs(f ?? 0)).Where(f => f > 0).DefaultIfEmpty(0).Min(), of.Decimals, of.Indicator.UnitOfMeasure);

    /// <summary>The scale of a league table.</summary>
    public static ColumnScale Of(LeagueRead read) => Of(read.Lines.Select(l => l.Reading.Shown), read.Own);

    /// <summary>What stands at the head of the column.</summary>
    public string Head(string name, Language language) => Unit(language) is { Length: > 0 } unit ? $"{name}, {unit}" : name;

    /// <summary>A figure of the column.</summary>
    public string Number(decimal figure, Language language) => NumberText.InColumn(figure, Smallest, Decimals, UnitOfMeasure, language).Number;

    private string Unit(Language language) => NumberText.InColumn(0, Smallest, Decimals, UnitOfMeasure, language).Unit;
}
