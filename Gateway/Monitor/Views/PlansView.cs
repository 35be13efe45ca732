namespace Units.Gateway.Monitor.Views;

/// <summary>The targets of a unit beside those of its children.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Rows">An indicator a row.</param>
public sealed record PlansView(PageView Page, IReadOnlyList<PlanRowView> Rows);
