using System.Collections.Frozen;
using System.Collections.Immutable;
using Units.Gateway.Identity;

namespace Units.Gateway.Monitor.Reading;

/// <summary>The registry as it was at a moment.</summary>
/// <param name="At">When, by the clock's own count.</param>
/// <param name="Names">All units by their names.</param>
/// <param name="Leaves">How many units without children lie below each; empty where not all units are known.</param>
/// <param name="Kinds">How many of each kind lie below each, itself among them; empty where not all units are known.</param>
internal sealed record UnitIndexCopy(
    long At, ImmutableArray<NamedUnit> Names, FrozenDictionary<UnitId, int> Leaves, FrozenDictionary<(UnitId, UnitKind), int> Kinds)
{
    private readonly Lazy<FrozenDictionary<UnitId, Unit>> _byId = new(() => Names.ToFrozenDictionary(n => n.Unit.Id, n => n.Unit));

    /// <summary>Which units a caller sees.</summary>
    public Func<Unit, bool> SeenBy(Caller caller)
    {
        if (caller.SeesAll)
        {
            return _ => true;
        }

        Subtrees within = new([.. caller.Subtrees], id => _byId.Value.GetValueOrDefault(id));
        return within.Contain;
    }
}
