namespace Units.Gateway.Monitor.Views;

/// <summary>A child on the map.</summary>
/// <param name="Row">What it shows.</param>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Size">Its side.</param>
/// <param name="Lines">Its name, in at most two lines that fit.</param>
public sealed record SquareView(RowView Row, int X, int Y, int Size, IReadOnlyList<string> Lines);
