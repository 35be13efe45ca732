namespace Units.Grains.Storage;

/// <summary>What a report is known by at its unit, for ever.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Report">Its id.</param>
internal readonly record struct ReportKey(SourceId Source, ReportId Report);
