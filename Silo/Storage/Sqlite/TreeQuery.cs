using System.Collections.Immutable;
using System.Text.Json;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads the tree and the epochs.</summary>
internal static class TreeQuery
{
    private const string RevisionSql =
        """
        SELECT revision, EXISTS (SELECT 1 FROM unit WHERE id = ?1),
          (SELECT max(month) FROM journal WHERE unit = ?2 AND statement IS NOT NULL)
        FROM tree
        """;

    private const string AncestrySql =
        """
        WITH RECURSIVE above(unit) AS (
          SELECT ?1
          UNION
          SELECT e.parent FROM above CROSS JOIN unit_edge AS e ON e.unit = above.unit)
        SELECT above.unit, e.from_month, e.parent
        FROM above LEFT JOIN unit_edge AS e ON e.unit = above.unit
        ORDER BY above.unit, e.from_month
        """;

    // A unit with a parent in any month is reached through that parent: parents look at every child they ever had.
    private const string RootsSql =
        """
        SELECT i.unit FROM (SELECT parent AS unit FROM unit_edge UNION SELECT unit FROM unit_epoch) AS i
        WHERE NOT EXISTS (SELECT 1 FROM unit_edge AS e WHERE e.unit = i.unit)
        ORDER BY i.unit
        """;

    private const string EpochsSql =
        "SELECT e.unit, e.epoch FROM json_each(?1) AS k CROSS JOIN unit_epoch AS e ON e.unit = k.value";

    /// <summary>The part of the tree that a move of <paramref name="unit"/> under <paramref name="parent"/> is judged on.</summary>
    public static TreeReading Run(SqliteSession session, UnitId unit, UnitId parent)
    {
        SqliteStatement read = session.Prepare(RevisionSql).Bind(1, parent.Text).Bind(2, unit.Text);
        read.Step();
        long revision = read.Long(0);
        bool exists = read.Long(1) != 0;
        Month? lastMonth = read.IsNull(2) ? null : Month.FromNumber(read.Int(2));
        read.Reset();
        Dictionary<UnitId, List<UnitEdge>> ancestry = [];
        read = session.Prepare(AncestrySql).Bind(1, parent.Text);
        while (read.Step())
        {
            UnitId above = new(read.Text(0));
            if (!ancestry.TryGetValue(above, out List<UnitEdge>? edges))
            {
                ancestry.Add(above, edges = []);
            }

            if (!read.IsNull(1))
            {
                edges.Add(new UnitEdge(Month.FromNumber(read.Int(1)), new UnitId(read.Text(2))));
            }
        }

        return new TreeReading(revision, exists, lastMonth, ancestry.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()));
    }

    /// <summary>The interior units that never had a parent.</summary>
    public static ImmutableArray<UnitId> Roots(SqliteSession session)
    {
        ImmutableArray<UnitId>.Builder roots = ImmutableArray.CreateBuilder<UnitId>();
        SqliteStatement read = session.Prepare(RootsSql);
        while (read.Step())
        {
            roots.Add(new UnitId(read.Text(0)));
        }

        return roots.ToImmutable();
    }

    /// <summary>The epochs of these units; 0 where none was taken.</summary>
    public static ImmutableDictionary<UnitId, long> Epochs(SqliteSession session, IReadOnlyCollection<UnitId> units)
    {
        ImmutableDictionary<UnitId, long>.Builder epochs = ImmutableDictionary.CreateBuilder<UnitId, long>();
        foreach (UnitId unit in units)
        {
            epochs[unit] = 0;
        }

        SqliteStatement read = session.Prepare(EpochsSql).Bind(1, JsonSerializer.Serialize(units.Select(unit => unit.Text)));
        while (read.Step())
        {
            epochs[new UnitId(read.Text(0))] = read.Long(1);
        }

        return epochs.ToImmutable();
    }
}
