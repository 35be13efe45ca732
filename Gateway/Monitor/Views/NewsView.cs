namespace Units.Gateway.Monitor.Views;

/// <summary>A report that came lately.</summary>
/// <param name="Time">When: 15:04, or 27/11 15:04.</param>
/// <param name="Unit">About whom, with the unit above it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Href">The entries of the unit.</param>
public sealed record NewsView(string Time, string Unit, string Text, string Href);
