namespace Units.Gateway.Monitor.Reading;

/// <summary>How many units there are below a child.</summary>
/// <param name="Leaves">Those that have none below them; 1 for the child itself; null where that is not known.</param>
/// <param name="Reporters">Those that are to report an indicator.</param>
internal readonly record struct ChildCounts(int? Leaves, Func<Formula, int?> Reporters);
