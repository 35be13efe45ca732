namespace Units.Gateway.Monitor.Views;

/// <summary>The target on an indicator, and how it is allotted.</summary>
/// <param name="Name">The indicator.</param>
/// <param name="Href">Its page.</param>
/// <param name="Own">The unit's own target; a dash where there is none.</param>
/// <param name="Children">The sum of the children's targets; a dash where they do not add up or there are none.</param>
/// <param name="Count">How many targets stand behind that sum.</param>
/// <param name="Difference">Sum minus own, with its sign; empty where one is missing.</param>
/// <param name="Allotment">under, over, exact, none or apart (not additive).</param>
/// <param name="Word">The same in words.</param>
/// <param name="Attained">Per cent attained.</param>
public sealed record PlanRowView(
    string Name, string Href, string Own, string Children, string Count, string Difference, string Allotment, string Word, string Attained);
