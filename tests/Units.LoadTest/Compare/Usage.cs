namespace Units.LoadTest.Compare;

/// <summary>What a contender and its database have used up to a moment, and how many reports were acknowledged by then.</summary>
/// <param name="Acknowledged">Reports.</param>
/// <param name="ProcessorMs">Processor time of the contender's process and of all of PostgreSQL, in milliseconds.</param>
/// <param name="WalBytes">Bytes of the server's log.</param>
internal readonly record struct Usage(long Acknowledged, long ProcessorMs, long WalBytes);
