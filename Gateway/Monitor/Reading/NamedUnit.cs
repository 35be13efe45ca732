namespace Units.Gateway.Monitor.Reading;

/// <summary>A unit as the search finds it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Folded">Its names without diacritics and in small letters.</param>
internal sealed record NamedUnit(Unit Unit, string Name, string Folded);
