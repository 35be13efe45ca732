namespace Units.Gateway.Monitor.Views;

/// <summary>A unit that a search found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Above">The names of the units above it, the nearest first.</param>
/// <param name="Href">Its page.</param>
public sealed record FoundView(string Name, string Above, string Href);
