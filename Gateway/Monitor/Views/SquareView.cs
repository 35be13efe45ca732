namespace Units.Gateway.Monitor.Views;

/// <summary>A child on the map.</summary>
/// <param name="Row">What it shows.</param>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Lines">Its name, in at most two lines that fit.</param>
/// <param name="Letters">Its name as short as it is known by; empty where its rank is not told either.</param>
public sealed record SquareView(RowView Row, int X, int Y, int Width, int Height, IReadOnlyList<string> Lines, string Letters)
{
    /// <summary>Where its texts have their middle.</summary>
    public int Middle => X + (Width / 2);
}
