namespace Units.LoadTest.Contenders.Reports;

/// <summary>A report that is durable.</summary>
/// <param name="Sequence">A number that grows with each report of its unit; unlike the product's it has gaps.</param>
/// <param name="ReceivedAt">When it was taken in.</param>
/// <param name="Entries">Its entries by measure and month.</param>
[GenerateSerializer, Immutable, Alias("units.contenders.StoredReport")]
internal sealed record StoredReport(
    [property: Id(0)] long Sequence, [property: Id(1)] DateTimeOffset ReceivedAt, [property: Id(2)] IncomingEntry[] Entries);
