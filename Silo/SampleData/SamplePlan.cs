namespace Units.Silo.SampleData;

/// <summary>A plan of the sample data.</summary>
/// <param name="Draft">Its draft.</param>
/// <param name="Issue">The decision; null for a plan that stays a draft.</param>
/// <param name="Lines">By target: the number of the clause that it is from.</param>
public sealed record SamplePlan(V1.DraftPlanRequest Draft, V1.IssuePlanRequest? Issue, IReadOnlyList<string> Lines);
