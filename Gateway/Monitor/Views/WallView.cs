namespace Units.Gateway.Monitor.Views;

/// <summary>Which of the pages of a wall is shown: a wall has room for so many indicators, and turns over the rest.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Earlier">The page before it.</param>
/// <param name="Later">The page after it.</param>
public sealed record WallView(int Number, int Count, string Earlier, string Later);
