namespace Units.Gateway.Monitor.Views;

/// <summary>The targets of a unit by tier, how they are allotted, and the plans they come from.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Basis">What the tier is called here that is assigned from above: other pages judge by it where there is one.</param>
/// <param name="Indicators">An indicator each, those at risk first.</param>
/// <param name="Misallotted">Units below that allotted more or less than they were assigned, the furthest off first.</param>
/// <param name="MoreMisallotted">How many there are beyond those.</param>
/// <param name="Plans">The plans of the period with their versions.</param>
/// <param name="Allotments">What was allotted, by which decision and when, the latest first.</param>
public sealed record PlansView(
    PageView Page, string Basis, IReadOnlyList<PlannedView> Indicators, IReadOnlyList<MisallottedView> Misallotted, int MoreMisallotted,
    IReadOnlyList<PlanView> Plans, IReadOnlyList<string> Allotments);
