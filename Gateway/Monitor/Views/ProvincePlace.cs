namespace Units.Gateway.Monitor.Views;

/// <summary>A province on the map of squares.</summary>
/// <param name="Column">Its column, from the west.</param>
/// <param name="Row">Its row, from the north.</param>
/// <param name="Letters">Its name in two or three letters, as large as a wall needs them.</param>
/// <param name="Lines">Its name in lines.</param>
internal sealed record ProvincePlace(int Column, int Row, string Letters, string[] Lines);
