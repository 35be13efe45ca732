namespace Units.Silo.SampleData;

/// <summary>The sample data as the calls that load it, in the order in which they can be made.</summary>
/// <param name="Measures">The measures.</param>
/// <param name="Indicators">The indicators, on those measures.</param>
/// <param name="Units">The units, parents first.</param>
/// <param name="Reports">The reports about those units.</param>
/// <param name="Plans">The plans of those units.</param>
/// <param name="Targets">The targets that belong to no plan.</param>
/// <param name="Published">The figures that must come back.</param>
public sealed record SampleSet(
    IReadOnlyList<V1.Measure> Measures,
    IReadOnlyList<V1.Indicator> Indicators,
    IReadOnlyList<V1.Unit> Units,
    IReadOnlyList<V1.SubmitReportRequest> Reports,
    IReadOnlyList<SamplePlan> Plans,
    IReadOnlyList<SampleTarget> Targets,
    IReadOnlyList<PublishedFigure> Published);
