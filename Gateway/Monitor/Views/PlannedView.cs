namespace Units.Gateway.Monitor.Views;

/// <summary>An indicator with its targets, and how the one in front is allotted.</summary>
/// <param name="Name">The indicator.</param>
/// <param name="Href">Its page.</param>
/// <param name="ValueName">As of when the value is: Kết quả đến nay.</param>
/// <param name="Value">The value so far; a dash where it is missing.</param>
/// <param name="Tiers">Its targets, tier by tier; by the first of them other pages judge.</param>
/// <param name="Allotment">How the first of them is allotted: under, over, exact, none or apart (not additive).</param>
/// <param name="Word">The same in words, with by how much.</param>
/// <param name="Sum">What was given on and to how many units, in words; empty where nothing was.</param>
public sealed record PlannedView(
    string Name, string Href, string ValueName, string Value, IReadOnlyList<TierView> Tiers, string Allotment, string Word, string Sum);
