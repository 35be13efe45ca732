using Units.LoadTest.Contenders.Directory;

namespace Units.LoadTest.Contenders.Reports;

/// <summary>What a report is known by for ever.</summary>
internal readonly record struct ReportKey(KnownUnit Unit, string Source, string Id);
