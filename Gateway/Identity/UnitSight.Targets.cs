using System.Collections.Immutable;

namespace Units.Gateway.Identity;

/// <summary>Targets name units: those that a count names, and the one that is followed. Those that the caller does not see are left out.</summary>
internal sealed partial class UnitSight
{
    /// <summary>A target without the units that the caller does not see.</summary>
    public async ValueTask<Target> Shown(Caller caller, Target target, CancellationToken cancellation)
    {
        if (caller.SeesAll || (target.Members.IsEmpty && target.Reference is null))
        {
            return target;
        }

        ImmutableArray<UnitId>.Builder members = ImmutableArray.CreateBuilder<UnitId>(target.Members.Length);
        foreach (UnitId member in target.Members)
        {
            if (await IsSeen(caller, member, cancellation))
            {
                members.Add(member);
            }
        }

        bool shows = target.Reference is not { } reference || await IsSeen(caller, reference.Unit, cancellation);
        return target with
        {
            Members = members.ToImmutable(),
            Reference = shows ? target.Reference : target.Reference! with { Unit = default },
        };
    }
}
