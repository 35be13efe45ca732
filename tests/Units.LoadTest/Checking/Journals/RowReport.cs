namespace Units.LoadTest.Checking.Journals;

/// <summary>A report as it stands in the journal.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Report">The id of the report.</param>
/// <param name="Sequence">Its place.</param>
internal readonly record struct RowReport(string Unit, string Report, long Sequence);
