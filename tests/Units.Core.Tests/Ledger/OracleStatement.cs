namespace Units.Core.Tests.Ledger;

/// <summary>What a source said about a month, as it said it: a value, or the sum up to the month.</summary>
internal sealed record OracleStatement(bool IsSum, Int128 Stated, Quality Quality, long? Revision, SourceId By, bool Stands = true);
