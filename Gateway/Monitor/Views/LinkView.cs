namespace Units.Gateway.Monitor.Views;

/// <summary>A name and where it leads.</summary>
/// <param name="Name">The name.</param>
/// <param name="Href">The address.</param>
/// <param name="IsHere">True where it leads to the page itself.</param>
public sealed record LinkView(string Name, string Href, bool IsHere = false);
