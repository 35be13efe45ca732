using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads the tree.</summary>
internal static class PostgresTree
{
    private const string RevisionSql =
        """
        SELECT tree, EXISTS (SELECT 1 FROM unit WHERE number = $1),
          (SELECT max(j.month) FROM journal AS j WHERE j.unit = $2 AND j.statement IS NOT NULL)
        FROM ledger
        """;

    private const string AncestrySql =
        """
        WITH RECURSIVE above(unit) AS (
          SELECT $1
          UNION
          SELECT e.parent FROM above JOIN unit_edge AS e ON e.unit = above.unit)
        SELECT u.id, e.from_month, p.id
        FROM above
        JOIN unit_number AS u ON u.number = above.unit
        LEFT JOIN unit_edge AS e ON e.unit = above.unit
        LEFT JOIN unit_number AS p ON p.number = e.parent
        ORDER BY u.id, e.from_month
        """;

    // A unit with a parent in any month is reached through that parent: parents look at every child they ever had.
    private const string RootsSql =
        """
        SELECT u.id FROM (SELECT parent AS unit FROM unit_edge UNION SELECT unit FROM unit_epoch) AS i
        JOIN unit_number AS u ON u.number = i.unit
        WHERE NOT EXISTS (SELECT 1 FROM unit_edge AS e WHERE e.unit = i.unit)
        ORDER BY u.id
        """;

    /// <summary>The part of the tree that a move of <paramref name="unit"/> under <paramref name="parent"/> is judged on.</summary>
    public static async Task<TreeReading> Run(NpgsqlConnection connection, NumberedNames units, UnitId unit, UnitId parent)
    {
        int[] numbers = await PostgresHeads.Numbers(connection, units, [parent, unit]).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresReaders.Statement(RevisionSql, numbers[0], numbers[1]),
                PostgresReaders.Statement(AncestrySql, numbers[0]),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        (long revision, bool exists, Month? lastMonth) = (await PostgresReaders.Rows(reader, r =>
            (r.GetInt64(0), r.GetBoolean(1), r.IsDBNull(2) ? (Month?)null : Month.FromNumber(r.GetInt16(2)))).ConfigureAwait(false)).Single();
        await reader.NextResultAsync().ConfigureAwait(false);
        List<(UnitId Unit, UnitEdge? Edge)> edges = await PostgresReaders.Rows(reader, r =>
            (new UnitId(r.GetString(0)), r.IsDBNull(1) ? (UnitEdge?)null : new UnitEdge(Month.FromNumber(r.GetInt16(1)), new UnitId(r.GetString(2)))))
            .ConfigureAwait(false);
        ImmutableDictionary<UnitId, ImmutableArray<UnitEdge>> ancestry = edges.GroupBy(one => one.Unit, one => one.Edge)
            .ToImmutableDictionary(group => group.Key, group => group.OfType<UnitEdge>().ToImmutableArray());

        // Also a parent that was never written is a part of the answer, without anything above it.
        return new TreeReading(revision, exists, lastMonth, ancestry.IsEmpty ? ancestry.Add(parent, []) : ancestry);
    }

    /// <summary>The interior units that never had a parent.</summary>
    public static async Task<ImmutableArray<UnitId>> Roots(NpgsqlConnection connection) =>
        [.. await PostgresReaders.Rows(connection, RootsSql, r => new UnitId(r.GetString(0))).ConfigureAwait(false)];
}
