namespace Units.Silo.SampleData;

/// <summary>A target of the sample data that belongs to no plan.</summary>
/// <param name="Request">The assignment.</param>
/// <param name="Line">The number of the clause that it is from.</param>
public sealed record SampleTarget(V1.AssignTargetRequest Request, string Line);
