namespace Units.Gateway.Monitor.Views;

/// <summary>A special zone at sea on the map of the country.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its name with that of its province.</param>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Size">Its side.</param>
public sealed record IslandView(string Name, string Label, int X, int Y, int Size);
