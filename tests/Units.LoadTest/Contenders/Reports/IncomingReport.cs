namespace Units.LoadTest.Contenders.Reports;

/// <summary>A report that has been read.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Entries">Its entries by measure and month: whoever locks cells locks them in this order, hence without deadlock.</param>
internal sealed record IncomingReport(ReportKey Key, IncomingEntry[] Entries);
