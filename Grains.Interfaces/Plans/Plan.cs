using System.Collections.Immutable;

namespace Units;

/// <summary>A plan with all that ever happened to it. Pure: it is folded from the entries of the unit's journal.</summary>
public sealed record Plan
{
    private static readonly ImmutableSortedDictionary<TargetKey, PlannedTarget> NoTargets = ImmutableSortedDictionary<TargetKey, PlannedTarget>.Empty;

    /// <summary>Its id.</summary>
    public required PlanId Id { get; init; }

    /// <summary>Where it is in its life.</summary>
    public PlanStatus Status { get; init; }

    /// <summary>Every version, the first one first; never empty.</summary>
    public ImmutableList<PlanVersion> Versions { get; init; } = [];

    /// <summary>The units that were asked to comment.</summary>
    public ImmutableSortedSet<UnitId> Commenters { get; init; } = [];

    /// <summary>What they said.</summary>
    public ImmutableList<PlanComment> Comments { get; init; } = [];

    /// <summary>The decisions, in the order in which they came; the first one issued it.</summary>
    public ImmutableList<Decision> Decisions { get; init; } = [];

    /// <summary>Once issued: by target what the latest decision on it says, also where that is that it holds no more.</summary>
    public ImmutableSortedDictionary<TargetKey, PlannedTarget> Held { get; init; } = NoTargets;

    /// <summary>The last version.</summary>
    public PlanVersion Latest => Versions[^1];

    /// <summary>The targets that hold by it; none before it is issued.</summary>
    public IEnumerable<Target> Targets => Held.Values.Select(held => held.Target).OfType<Target>();

    /// <summary>What a step of issuing or amending changes: the targets on which it says the latest word, each with what it says.</summary>
    public ImmutableArray<KeyValuePair<TargetKey, PlannedTarget>> Changes(PlanStep step)
    {
        if (step.Decision is not { } decision)
        {
            return [];
        }

        PlanStep says = step.Kind == PlanStepKind.Issue ? Latest.Entry.Step! : step;
        return
        [
            .. says.Targets.Select(target => KeyValuePair.Create(
                    TargetKey.Of(target),
                    new PlannedTarget(target with { Decision = target.Decision ?? decision }, decision, says.Additive.Contains(target.Indicator))))
                .Concat(step.Withdrawn.Select(key => KeyValuePair.Create(key, new PlannedTarget(null, decision, false))))
                .Where(change => !Held.TryGetValue(change.Key, out PlannedTarget? held) || DecisionOrder.Compare(held.By, decision) < 0)
                .OrderBy(change => change.Key),
        ];
    }

    /// <summary>The plan after a step that was judged good.</summary>
    internal Plan With(PlanEntry entry)
    {
        PlanStep step = entry.Step!;
        Plan next = step.Kind switch
        {
            PlanStepKind.Open => this with { Status = PlanStatus.Open, Commenters = Commenters.Union(step.Commenters) },
            PlanStepKind.Comment => this with { Comments = Comments.Add(new PlanComment(step.By, step.Text, entry.At, step.Who)) },
            PlanStepKind.Issue or PlanStepKind.Amend => this with
            {
                Status = PlanStatus.Issued,
                Held = Held.SetItems(Changes(step)),
                Decisions = Decisions.Add(step.Decision!),
            },
            _ => this,
        };
        return step.MakesVersion ? next with { Versions = Versions.Add(next.Version(entry)) } : next;
    }

    private PlanVersion Version(PlanEntry entry)
    {
        PlanStep step = entry.Step!;
        return step.Kind == PlanStepKind.Draft
            ? new PlanVersion(Versions.Count + 1, entry, step.Title, step.Range ?? default, step.Theme, [.. step.Targets.OrderBy(TargetKey.Of)])
            : new PlanVersion(Versions.Count + 1, entry, Latest.Title, Latest.Range, Latest.Theme, [.. Targets]);
    }
}
