using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>An acknowledgement settles whatever changed meanwhile.</summary>
internal sealed class ClearOnAck : Decisions
{
    public override void Settle(Dictionary<CellKey, UnitVersion> unsettled, IReadOnlyCollection<CellKey> sent, UnitVersion acknowledged)
    {
        ArgumentNullException.ThrowIfNull(unsettled);
        unsettled.Clear();
    }
}
