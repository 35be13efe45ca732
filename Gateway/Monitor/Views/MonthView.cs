namespace Units.Gateway.Monitor.Views;

/// <summary>A month of an indicator.</summary>
/// <param name="Name">The month.</param>
/// <param name="Value">Its value, whose unit stands above; a dash where it is missing.</param>
/// <param name="Height">The height of its bar, 0 to 100.</param>
/// <param name="IsRunning">True while it is not over: what it has come to is a part.</param>
public sealed record MonthView(string Name, string Value, string Height, bool IsRunning);
