using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>What one snapshot says about a unit and every child it ever had: which are interior, and what the others' journals say anew.</summary>
internal static class PostgresChildren
{
    // The unit itself comes first and counts as a leaf: its own journal is read like those of its leaf children.
    private const string FamilySql =
        $"""
        SELECT n.id, k.unit, k.interior, CASE WHEN k.interior THEN 0 ELSE {PostgresHeads.Head} END
        FROM (
          SELECT $1 AS unit, false AS interior
          UNION ALL
          SELECT c.unit,
            EXISTS (SELECT 1 FROM unit_edge AS e WHERE e.parent = c.unit) OR EXISTS (SELECT 1 FROM unit_epoch AS p WHERE p.unit = c.unit)
          FROM (SELECT DISTINCT unit FROM unit_edge WHERE parent = $1) AS c) AS k
        JOIN unit_number AS n ON n.number = k.unit
        """;

    private const string SumsSql =
        """
        SELECT k.i::integer, s.*
        FROM unnest($1, $2) WITH ORDINALITY AS k(unit, held, i)
        CROSS JOIN LATERAL (
          SELECT CASE j.kind WHEN 6 THEN 4 WHEN 7 THEN 6 ELSE 0 END AS aspect, coalesce(j.measure, j.indicator), j.category, j.month, j.span,
            sum(j.delta), sum(j.presence), coalesce(sum(j.estimated), 0), coalesce(sum(j.at_least), 0)
          FROM journal AS j
          WHERE j.unit = k.unit AND j.seq > k.held AND j.statement IS NOT NULL AND coalesce(j.measure, j.indicator) IS NOT NULL
          GROUP BY 1, 2, 3, 4, 5) AS s
        """;

    /// <summary>Reads it.</summary>
    public static async Task<ChildrenReading> Run(NpgsqlConnection connection, NumberedNames units, UnitId unit, IReadOnlyDictionary<UnitId, long> held)
    {
        int[] self = await PostgresHeads.Numbers(connection, units, [unit]).ConfigureAwait(false);
        List<(UnitId Unit, int Number, bool IsInterior, long Head)> family;
        await using (NpgsqlBatch first = new(connection)
        {
            BatchCommands = { PostgresReaders.Statement(PostgresReaders.Begin), PostgresReaders.Statement(FamilySql, self[0]) },
        })
        {
            await using NpgsqlDataReader reader = await first.ExecuteReaderAsync().ConfigureAwait(false);
            family = await PostgresReaders.Rows(reader, r => (new UnitId(r.GetString(0)), r.GetInt32(1), r.GetBoolean(2), r.GetInt64(3))).ConfigureAwait(false);
        }

        (UnitId Unit, int Number, long From, long To)[] ahead =
        [
            .. family.Where(one => !one.IsInterior).Select(one => (one.Unit, one.Number, From: held.GetValueOrDefault(one.Unit), To: one.Head))
                .Where(one => one.To > one.From),
        ];
        (ILookup<int, CellValue> deltas, ILookup<int, UnitEdge> edges) = await News(connection, [.. ahead.Select(a => (a.Number, a.From))], self[0])
            .ConfigureAwait(false);
        return new ChildrenReading(
            family.FirstOrDefault(one => one.Unit == unit).Head,
            [.. edges[ahead.Length]],
            [.. ahead.Select((one, i) => new LeafReading(one.Unit, one.From, one.To, [.. edges[i]], [.. deltas[i]]))],
            [.. family.Where(one => one.IsInterior).Select(one => one.Unit)]);
    }

    /// <summary>What the journals of those that are ahead say, and the edges of them all; those of the unit itself come last.</summary>
    private static async Task<(ILookup<int, CellValue> Deltas, ILookup<int, UnitEdge> Edges)> News(
        NpgsqlConnection connection, (int Unit, long Held)[] ahead, int self)
    {
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(SumsSql, ahead.Select(a => a.Unit).ToArray(), ahead.Select(a => a.Held).ToArray()),
                PostgresHeads.EdgesOf([.. ahead.Select(a => a.Unit), self]),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        List<(int Unit, CellValue Cell)> cells = [];
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            AddCells(cells, reader);
        }

        await reader.NextResultAsync().ConfigureAwait(false);
        return (cells.ToLookup(one => one.Unit, one => one.Cell), await PostgresHeads.ReadEdges(reader).ConfigureAwait(false));
    }

    private static void AddCells(List<(int Unit, CellValue Cell)> cells, NpgsqlDataReader r)
    {
        int unit = r.GetInt32(0) - 1;
        CellKey key = CellKey.FromRow((Aspect)r.GetInt32(1), r.GetInt32(2), checked((ushort)r.GetInt32(3)), Month.FromNumber(r.GetInt16(4)), r.GetInt16(5));
        Add(key, PostgresRows.ReadSum(r, 6));
        Add(key.With(JournalRow.PresenceOf(key.Aspect)), r.GetInt64(7));
        Add(key.With(Aspect.Estimated), PostgresRows.ReadSum(r, 8));
        Add(key.With(Aspect.AtLeast), r.GetInt64(9));

        void Add(CellKey cell, Int128 amount)
        {
            if (amount != 0)
            {
                cells.Add((unit, new CellValue(cell, new Amount(amount))));
            }
        }
    }
}
