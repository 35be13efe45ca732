using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Storage.Tests;

/// <summary>Values for tests that do not care which.</summary>
internal static class Some
{
    public static readonly SourceId Source = new("province-system");
    public static readonly SourceId OtherSource = new("city-system");
    public static readonly Month January = new(2025, 1);
    public static readonly DateTimeOffset Noon = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);
    public const int Revenue = 7;

    public static UnitId Unit(string name = "cam-pha") => new(name);

    public static ReportKey Key(string id, SourceId? source = null) => new(source ?? Source, new ReportId(id));

    public static JournalRow Row(long delta = 5, int n = 0, int measure = Revenue, int month = 0, ushort category = 0, SourceId? source = null) => new()
    {
        N = n,
        Kind = RowKind.Add,
        Subject = measure,
        Category = category,
        Month = January.Plus(month),
        Source = source ?? Source,
        Value = new Amount(delta),
        Delta = new Amount(delta),
        Presence = n == 0 ? 1 : 0,
        After = new Statement(StatementKind.Value, new Amount(delta), Quality.Final, null),
    };

    public static JournalRow HandOver(SourceId to, int n = 0) => new()
    {
        N = n,
        Kind = RowKind.HandOver,
        Subject = Revenue,
        Month = January,
        Source = to,
        After = new Statement(StatementKind.None, Amount.Zero, Quality.Final, null),
    };

    public static JournalRow Target(int indicator, long value, RowKind kind = RowKind.Target) => new()
    {
        N = 0,
        Kind = kind,
        Subject = indicator,
        Month = January,
        Span = 12,
        Source = Source,
        Value = new Amount(value),
        Delta = new Amount(value),
        Presence = 1,
        After = new Statement(StatementKind.Value, new Amount(value), Quality.Final, null),
    };

    public static JournalReport Report(long sequence, string id, params JournalRow[] rows) => Report(sequence, Key(id), rows);

    public static JournalReport Report(long sequence, ReportKey key, params JournalRow[] rows) => new()
    {
        Sequence = sequence,
        Key = key,
        ContentHash = [1, 2, 3],
        ReceivedAt = Noon,
        Rows = rows.Length == 0 ? [Row()] : [.. rows.Select((row, n) => row with { N = n })],
    };

    public static JournalBatch Batch(UnitId unit, params JournalReport[] reports) => new()
    {
        Unit = unit,
        Epoch = 0,
        BatchId = Guid.NewGuid(),
        Reports = [.. reports],
    };

    public static JournalBatch Batch(UnitId unit, long sequence, params JournalRow[] rows) => Batch(unit, Report(sequence, $"r{sequence}", rows));

    public static JournalBatch Move(UnitId unit, long sequence, UnitId parent, Month from, long treeRevision)
    {
        JournalRow row = new() { N = 0, Kind = RowKind.Move, Month = from, Detail = "[1]" };
        return Batch(unit, sequence, row) with { Edge = new EdgeChange(new UnitEdge(from, parent), treeRevision) };
    }

    public static Unit UnitOf(string id, params UnitEdge[] edges) => new()
    {
        Id = new UnitId(id),
        Namings = [new UnitNaming(null, UnitKind.Ward, "Phường " + id, "")],
        Edges = [.. edges],
    };

    public static Unit Child(string id, string parent) => UnitOf(id, new UnitEdge(Month.MinValue, new UnitId(parent)));

    public static ImmutableDictionary<UnitId, long> Held(params (UnitId Unit, long Sequence)[] held) =>
        held.ToImmutableDictionary(one => one.Unit, one => one.Sequence);
}
