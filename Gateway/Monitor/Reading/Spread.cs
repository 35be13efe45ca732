namespace Units.Gateway.Monitor.Reading;

/// <summary>How units stand by an indicator, beside one another.</summary>
/// <param name="Unlike">In how many of all pairs the two have different statuses, from 0 to 1.</param>
/// <param name="HasLate">True where one of them is behind or at risk.</param>
internal readonly record struct Spread(double Unlike, bool HasLate);
