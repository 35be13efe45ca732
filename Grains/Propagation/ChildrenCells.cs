using Units.Grains.Ledger;

namespace Units.Grains.Propagation;

/// <summary>What the children said together: the total less the unit's own. What each tells for itself is not in it.</summary>
internal sealed class ChildrenCells(CellTable total, CellTable own) : ICells
{
    /// <inheritdoc/>
    public Amount this[CellKey key] => total[key] - own[key];

    /// <inheritdoc/>
    public IEnumerable<Month> MonthsOf(int measure, Month upTo) => total.MonthsOf(measure, upTo);

    /// <inheritdoc/>
    public IEnumerable<TargetPlace> TargetsOf(int indicator) => total.TargetsOf(indicator);
}
