using System.Collections.Immutable;
using System.Text.Json;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>What one snapshot says about a unit and every child it ever had: which are interior, and what the others' journals say anew.</summary>
internal static class ChildrenQuery
{
    // The unit itself comes first and counts as a leaf: its own journal is read like those of its leaf children.
    private const string FamilySql =
        """
        WITH held AS MATERIALIZED (SELECT key AS unit, value AS seq FROM json_each(?2)),
        family AS MATERIALIZED (
          SELECT ?1 AS unit, 0 AS interior
          UNION ALL
          SELECT c.unit,
            EXISTS (SELECT 1 FROM unit_edge AS e WHERE e.parent = c.unit) OR EXISTS (SELECT 1 FROM unit_epoch AS p WHERE p.unit = c.unit)
          FROM (SELECT DISTINCT unit FROM unit_edge WHERE parent = ?1) AS c),
        heads AS (
          SELECT f.unit, f.interior, ifnull(h.seq, 0) AS held,
            CASE WHEN f.interior THEN 0
              ELSE ifnull((SELECT j.seq FROM journal AS j WHERE j.unit = f.unit ORDER BY j.seq DESC LIMIT 1), 0) END AS head
          FROM family AS f LEFT JOIN held AS h ON h.unit = f.unit)
        SELECT unit, interior, held, head FROM heads WHERE interior OR head > held OR unit = ?1
        """;

    // sum() of 64-bit integers overflows: the halves are summed apart and put together in 128 bits.
    private const string SumsSql =
        """
        SELECT CASE kind WHEN 6 THEN 4 WHEN 7 THEN 6 ELSE 0 END AS aspect, ifnull(measure, indicator) AS subject, category, month, span,
          sum(delta >> 32), sum(delta & 4294967295), sum(presence),
          sum(estimated >> 32), sum(estimated & 4294967295), sum(at_least)
        FROM journal
        WHERE unit = ?1 AND seq > ?2 AND statement IS NOT NULL AND ifnull(measure, indicator) IS NOT NULL
        GROUP BY 1, 2, 3, 4, 5
        """;

    /// <summary>Reads it.</summary>
    public static ChildrenReading Run(SqliteSession session, UnitId unit, IReadOnlyDictionary<UnitId, long> held)
    {
        long sequence = 0;
        List<(UnitId Unit, long From, long To)> ahead = [];
        ImmutableArray<UnitId>.Builder interior = ImmutableArray.CreateBuilder<UnitId>();
        SqliteStatement read = session.Prepare(FamilySql).Bind(1, unit.Text).Bind(2, Json(held));
        while (read.Step())
        {
            UnitId member = new(read.Text(0));
            long from = read.Long(2);
            long to = read.Long(3);
            if (read.Long(1) != 0)
            {
                interior.Add(member);
            }
            else if (to > from)
            {
                ahead.Add((member, from, to));
            }

            sequence = member == unit ? to : sequence;
        }

        ImmutableArray<LeafReading> news = [.. ahead.Select(one => News(session, one.Unit, one.From, one.To))];
        return new ChildrenReading(sequence, Edges.Of(session, unit), news, interior.ToImmutable());
    }

    private static LeafReading News(SqliteSession session, UnitId unit, long from, long to)
    {
        ImmutableArray<CellValue>.Builder deltas = ImmutableArray.CreateBuilder<CellValue>();
        SqliteStatement read = session.Prepare(SumsSql).Bind(1, unit.Text).Bind(2, from);
        while (read.Step())
        {
            CellKey key = CellKey.FromRow((Aspect)read.Int(0), read.Int(1), checked((ushort)read.Long(2)), Month.FromNumber(read.Int(3)), read.Int(4));
            Add(deltas, key, Whole(read.Long(5), read.Long(6)));
            Add(deltas, key.With(JournalRow.PresenceOf(key.Aspect)), read.Long(7));
            Add(deltas, key.With(Aspect.Estimated), Whole(read.Long(8), read.Long(9)));
            Add(deltas, key.With(Aspect.AtLeast), read.Long(10));
        }

        return new LeafReading(unit, from, to, Edges.Of(session, unit), deltas.ToImmutable());
    }

    private static void Add(ImmutableArray<CellValue>.Builder deltas, CellKey key, Int128 amount)
    {
        if (amount != 0)
        {
            deltas.Add(new CellValue(key, new Amount(amount)));
        }
    }

    private static Int128 Whole(long high, long low) => checked((Int128)high * (1L << 32) + low);

    private static string Json(IReadOnlyDictionary<UnitId, long> held) =>
        JsonSerializer.Serialize(held.ToDictionary(pair => pair.Key.Text, pair => pair.Value));
}
