namespace Units.LoadTest.Countries;

/// <summary>A unit of a simulated country.</summary>
/// <param name="Id">Its id, the same in every run: a run on a ledger that has the country already creates nothing.</param>
/// <param name="Name">Its Vietnamese name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Parent">The place of its parent in <see cref="Country.Units"/>, which comes before its own; -1 for the root.</param>
internal sealed record CountryUnit(string Id, string Name, V1.UnitKind Kind, int Parent);
