using System.Collections.Immutable;

namespace Units;

/// <summary>A plan as one step left it.</summary>
/// <param name="Number">1, 2, … in the order of the journal.</param>
/// <param name="Entry">The step that made it.</param>
/// <param name="Title">What the plan was called.</param>
/// <param name="Range">The months it was for.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Targets">Its targets, in the order of their keys.</param>
public sealed record PlanVersion(int Number, PlanEntry Entry, string Title, MonthRange Range, string Theme, ImmutableArray<Target> Targets)
{
    /// <summary>What differs from another version, in the order of the keys.</summary>
    public ImmutableArray<PlanDifference> To(PlanVersion other)
    {
        Dictionary<TargetKey, Target> before = Targets.ToDictionary(TargetKey.Of);
        Dictionary<TargetKey, Target> after = other.Targets.ToDictionary(TargetKey.Of);
        return
        [
            .. before.Keys.Union(after.Keys).Order()
                .Select(key => new PlanDifference(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(difference => difference.Before != difference.After),
        ];
    }
}
