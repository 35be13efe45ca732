namespace Units.Gateway.Monitor.Views;

/// <summary>A unit below that allotted more or less than it was assigned.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Href">Its plans.</param>
/// <param name="Indicator">Of which indicator.</param>
/// <param name="Own">What it was assigned.</param>
/// <param name="Sum">What it allotted.</param>
/// <param name="Difference">By how much they differ, and in per cent of what it was assigned.</param>
/// <param name="Allotment">under or over.</param>
/// <param name="Word">The same in words, before the difference.</param>
public sealed record MisallottedView(
    string Unit, string Href, string Indicator, string Own, string Sum, string Difference, string Allotment, string Word);
