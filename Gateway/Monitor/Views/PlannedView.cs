namespace Units.Gateway.Monitor.Views;

/// <summary>An indicator with its targets, and how the assigned one is allotted.</summary>
/// <param name="Name">The indicator.</param>
/// <param name="Href">Its page.</param>
/// <param name="Value">The value so far; a dash where it is missing.</param>
/// <param name="Tiers">Its targets, tier by tier.</param>
/// <param name="Allotment">under, over, exact, none or apart (not additive).</param>
/// <param name="Word">The same in words, with by how much.</param>
/// <param name="Sum">The sum of the children's targets and how many there are, in words; empty where there is none.</param>
public sealed record PlannedView(
    string Name, string Href, string Value, IReadOnlyList<TierView> Tiers, string Allotment, string Word, string Sum);
