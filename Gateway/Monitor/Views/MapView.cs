namespace Units.Gateway.Monitor.Views;

/// <summary>A map of squares.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Width">How wide it is, in units of the drawing.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Squares">The squares.</param>
/// <param name="Islands">The special zones at sea, as the official list has them; none on the map of a province.</param>
/// <param name="ShortNames">What short names mean that are not the initials of a name alone.</param>
/// <param name="Reading">How squares without names are read; empty for those that have some.</param>
public sealed record MapView(
    string Name, MapShape Shape, int Width, int Height, IReadOnlyList<SquareView> Squares, IReadOnlyList<IslandView> Islands,
    IReadOnlyList<string> ShortNames, string Reading);
