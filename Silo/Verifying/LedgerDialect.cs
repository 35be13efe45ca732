namespace Units.Silo.Verifying;

/// <summary>Where the two databases say the same thing in different words. All other SQL of a verification runs on both.</summary>
/// <remarks>It shares no statement with the product's storage: what proves must not inherit the mistakes of what is proven.</remarks>
/// <param name="Unit">The stored key of the unit whose id is <c>@unit</c>.</param>
/// <param name="UnitId">The id of the unit that a column names; {0} is the column.</param>
/// <param name="SourceId">The id of the source that a column names; {0} is the column.</param>
/// <param name="Units">All ids of units.</param>
/// <param name="StrayUnits">The keys of units that have rows in the journal and do not exist.</param>
/// <param name="Snapshots">The table of the snapshots.</param>
internal sealed record LedgerDialect(string Unit, string UnitId, string SourceId, string Units, string StrayUnits, string Snapshots)
{
    /// <summary>SQLite: ids are texts in every table, and the snapshots are a file of their own.</summary>
    public static readonly LedgerDialect Sqlite = new(
        Unit: "@unit",
        UnitId: "{0}",
        SourceId: "{0}",
        Units: "SELECT id FROM unit ORDER BY id",
        StrayUnits: "SELECT DISTINCT unit FROM journal WHERE unit NOT IN (SELECT id FROM unit)",
        Snapshots: $"{RestoredLedger.SnapshotsName}.OrleansStorage");

    /// <summary>PostgreSQL: ids of units and sources have numbers.</summary>
    public static readonly LedgerDialect Postgres = new(
        Unit: "(SELECT k.number FROM unit_number AS k WHERE k.id = @unit)",
        UnitId: "(SELECT k.id FROM unit_number AS k WHERE k.number = {0})",
        SourceId: "(SELECT k.id FROM source_number AS k WHERE k.number = {0})",
        Units: "SELECT k.id FROM unit AS u JOIN unit_number AS k ON k.number = u.number ORDER BY k.id",
        StrayUnits:
            """
            SELECT coalesce((SELECT k.id FROM unit_number AS k WHERE k.number = j.unit), 'number ' || j.unit)
            FROM (SELECT DISTINCT unit FROM journal) AS j WHERE NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.number = j.unit)
            """,
        Snapshots: "OrleansStorage");

    // Each column in 64 bits, so that both drivers read it as such.
    private static readonly string[] Numbers =
        ["j.seq", "j.n", "j.kind", "j.outcome", "coalesce(j.measure, j.indicator)", "j.category", "j.month", "j.span", "j.value", "j.quality", "j.revision",
            "j.delta", "j.presence", "coalesce(j.estimated, 0)", "coalesce(j.at_least, 0)", "j.statement", "j.amount", "j.state_quality", "j.state_revision"];

    // A sum of 64-bit integers overflows: the halves are summed apart. Kinds 6 and 7 are targets, which are a unit's own.
    private static readonly string SumColumns = string.Join(", ", new[]
    {
        "CASE j.kind WHEN 6 THEN 4 WHEN 7 THEN 6 ELSE 0 END", "coalesce(j.measure, j.indicator)", "j.category", "j.month", "j.span", "sum(j.delta >> 32)",
        "sum(j.delta & 4294967295)", "sum(j.presence)", "sum(coalesce(j.estimated, 0) >> 32)", "sum(coalesce(j.estimated, 0) & 4294967295)", "sum(coalesce(j.at_least, 0))",
    }.Select(Long));

    private const string Counted = "j.statement IS NOT NULL AND coalesce(j.measure, j.indicator) IS NOT NULL";

    private const string LastMonth = "coalesce((SELECT min(n.from_month) - 1 FROM unit_edge AS n WHERE n.unit = e.unit AND n.from_month > e.from_month), b.hi)";

    /// <summary>The journal of a unit: the numbers of a row, then its texts.</summary>
    public string Journal =>
        $"SELECT {string.Join(", ", Numbers.Select(Long))}, {Of(SourceId, "j.source")}, j.detail, {Of(SourceId, "j.reporter")}, j.report_id "
        + $"FROM journal AS j WHERE j.unit = {Unit} ORDER BY j.seq, j.n";

    /// <summary>What a unit's rows and those of all below it add up to, each unit's in the months in which it hangs there.</summary>
    public string SumBelow =>
        $"""
        WITH RECURSIVE below(unit, lo, hi) AS (
          SELECT {Unit}, 0, {Month.Count - 1}
          UNION
          SELECT e.unit, CASE WHEN e.from_month > b.lo THEN e.from_month ELSE b.lo END, CASE WHEN {LastMonth} < b.hi THEN {LastMonth} ELSE b.hi END
          FROM below AS b CROSS JOIN unit_edge AS e
          WHERE e.parent = b.unit AND e.from_month <= b.hi AND {LastMonth} >= b.lo)
        SELECT {SumColumns}
        FROM below AS b CROSS JOIN journal AS j
        WHERE j.unit = b.unit AND j.month BETWEEN b.lo AND b.hi AND {Counted} AND (j.kind < 6 OR j.unit = {Unit})
        GROUP BY 1, 2, 3, 4, 5
        """;

    /// <summary>What a unit's rows add up to, up to a sequence.</summary>
    public string SumUpTo => $"SELECT {SumColumns} FROM journal AS j WHERE j.unit = {Unit} AND j.seq <= @upTo AND {Counted} GROUP BY 1, 2, 3, 4, 5";

    /// <summary>Report ids that a journal has more than once: unit, source, id, how often.</summary>
    public string Doubled =>
        $"SELECT {Of(UnitId, "j.unit")}, {Of(SourceId, "j.reporter")}, j.report_id, {Long("j.times")} FROM (SELECT unit, reporter, report_id, count(*) AS times FROM journal "
        + "WHERE report_id IS NOT NULL GROUP BY unit, reporter, report_id HAVING count(*) > 1) AS j";

    /// <summary>The edges: unit, first month, parent.</summary>
    public string Edges => $"SELECT {Of(UnitId, "e.unit")}, {Long("e.from_month")}, {Of(UnitId, "e.parent")} FROM unit_edge AS e ORDER BY e.unit, e.from_month";

    /// <summary>The months closed at a unit, each with the sequence that closed it.</summary>
    public string Closures => $"SELECT {Long("c.month")}, {Long("c.seq")} FROM period_closure AS c WHERE c.unit = {Unit}";

    /// <summary>The epochs: unit, epoch.</summary>
    public string Epochs => $"SELECT {Of(UnitId, "e.unit")}, {Long("e.epoch")} FROM unit_epoch AS e";

    /// <summary>Where held records are: hash of the key, hash of the name, key, name.</summary>
    public string SnapshotPlaces =>
        $"SELECT {Long("s.GrainIdHash")}, {Long("s.GrainTypeHash")}, s.GrainIdExtensionString, s.GrainTypeString FROM {Snapshots} AS s "
        + $"WHERE s.GrainTypeString LIKE '{RestoredLedger.RecordPrefix}%' AND s.PayloadBinary IS NOT NULL ORDER BY s.GrainIdExtensionString, s.GrainTypeString";

    /// <summary>One held record.</summary>
    public string Snapshot =>
        $"SELECT s.PayloadBinary FROM {Snapshots} AS s WHERE s.GrainIdHash = @keyHash AND s.GrainTypeHash = @nameHash AND s.GrainIdExtensionString = @key AND s.GrainTypeString = @name";

    private static string Of(string template, string column) => template.Replace("{0}", column, StringComparison.Ordinal);

    private static string Long(string expression) => $"CAST({expression} AS bigint)";
}
