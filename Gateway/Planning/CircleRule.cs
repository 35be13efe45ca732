using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Requests;

namespace Units.Gateway.Planning;

/// <summary>Refuses targets that would inherit from themselves, by however many others.</summary>
/// <remarks>A chain is followed through units that the caller sees: who reads it follows it again, and does not go round for ever either.</remarks>
internal sealed class CircleRule(TargetEffects effects, UnitSight sight)
{
    /// <summary>Notes each target that closes a circle or makes a chain too long.</summary>
    /// <param name="unit">Whose they are.</param>
    /// <param name="targets">All that are set together.</param>
    /// <param name="prefix">By place among them: before the names of fields.</param>
    /// <param name="caller">Who sets them.</param>
    /// <param name="found">Where it is noted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask Require(
        UnitId unit, IReadOnlyList<Target> targets, Func<int, string> prefix, Caller caller, Violations found, CancellationToken cancellation)
    {
        Dictionary<TargetKey, Target> set = [];
        foreach (Target target in targets)
        {
            set[TargetKey.Of(target)] = target;
        }

        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i].Reference is { } reference && await Trouble(unit, targets[i], set, caller, cancellation) is { } reason)
            {
                found.Add(reason, prefix(i) + "reference", reference.Unit.Text, TargetReference.MaxChain.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private async ValueTask<string?> Trouble(UnitId unit, Target first, Dictionary<TargetKey, Target> set, Caller caller, CancellationToken cancellation)
    {
        HashSet<(UnitId, TargetKey)> seen = [(unit, TargetKey.Of(first))];
        Target? at = first;
        while (at?.Reference is { } reference)
        {
            TargetKey key = new(reference.Indicator, reference.Range ?? at.Range, reference.Tier);
            if (!seen.Add((reference.Unit, key)))
            {
                return GatewayReasons.InheritedInCircle;
            }

            if (seen.Count > TargetReference.MaxChain)
            {
                return GatewayReasons.InheritedTooFar;
            }

            if (reference.Unit != unit && !await sight.Sees(caller, reference.Unit, cancellation))
            {
                return null;
            }

            at = reference.Unit == unit && set.TryGetValue(key, out Target? mine) ? mine : (await effects.Standing(reference.Unit, key, cancellation))?.Stated;
        }

        return null;
    }
}
