using Units.Grains.Ledger;

namespace Units.Grains.Propagation;

/// <summary>What the children said together: the total less the unit's own. What each tells for itself is not in it.</summary>
internal sealed class ChildrenCells(CellTable total, CellTable own) : ICells
{
    /// <inheritdoc/>
    public Amount this[CellKey key] => total[key] - own[key];

    /// <inheritdoc/>
    public ReadOnlySpan<Month> MonthsOf(MeasureRef measure, Month from, Month to) => total.MonthsOf(measure, from, to);

    /// <inheritdoc/>
    public IEnumerable<TargetPlace> TargetsOf(int indicator) => total.TargetsOf(indicator);
}
