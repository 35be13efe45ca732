using System.Collections.Immutable;

namespace Units;

/// <summary>All plans of one unit: what its journal says of them, and the judge of the next step. Pure, and never changed: a step makes another one.</summary>
public sealed class PlanBook
{
    /// <summary>Of a unit without plans.</summary>
    public static readonly PlanBook Empty = new(ImmutableSortedDictionary<PlanId, Plan>.Empty, []);

    private PlanBook(ImmutableSortedDictionary<PlanId, Plan> plans, ImmutableList<PlanEntry> allotments) => (Plans, Allotments) = (plans, allotments);

    /// <summary>The plans by id.</summary>
    public ImmutableSortedDictionary<PlanId, Plan> Plans { get; }

    /// <summary>The allotments, in the order of the journal.</summary>
    public ImmutableList<PlanEntry> Allotments { get; }

    /// <summary>The book of these entries, which come in the order of the journal.</summary>
    public static PlanBook Of(IEnumerable<PlanEntry> entries) => entries.Aggregate(Empty, static (book, entry) => book.With(entry));

    /// <summary>The plan, or null.</summary>
    public Plan? Find(PlanId plan) => Plans.GetValueOrDefault(plan);

    /// <summary>All that is wrong with a step; empty where nothing is.</summary>
    public ImmutableArray<Violation> Judge(PlanStep step) => new PlanJudge(this, step).Judge();

    /// <summary>The book after an entry that was judged good.</summary>
    public PlanBook With(PlanEntry entry) => entry.Step is { } step
        ? new PlanBook(Plans.SetItem(step.Plan, (Find(step.Plan) ?? new Plan { Id = step.Plan }).With(entry)), Allotments)
        : new PlanBook(Plans, Allotments.Add(entry));
}
