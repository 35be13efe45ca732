namespace Units.Gateway.Monitor.Views;

/// <summary>Figures as numbers that a spreadsheet can count with.</summary>
/// <param name="Value">The value; null where it is missing.</param>
/// <param name="Target">The target; null where none is set.</param>
/// <param name="Percent">Per cent of the target; null where either is missing.</param>
/// <param name="Unit">What they are measured in, not scaled.</param>
public sealed record FileFigures(decimal? Value, decimal? Target, decimal? Percent, string Unit);
