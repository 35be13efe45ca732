using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Where journals end and where units hang, for many units at once.</summary>
internal static class PostgresHeads
{
    /// <summary>The end of the journal of a unit <c>k</c>: one probe of an index.</summary>
    public const string Head = "coalesce((SELECT j.seq FROM journal AS j WHERE j.unit = k.unit ORDER BY j.seq DESC LIMIT 1), 0)";

    private const string HeadsSql =
        $"""
        SELECT {Head},
          EXISTS (SELECT 1 FROM unit_edge AS e WHERE e.parent = k.unit) OR EXISTS (SELECT 1 FROM unit_epoch AS p WHERE p.unit = k.unit)
        FROM unnest($1) WITH ORDINALITY AS k(unit, i) ORDER BY k.i
        """;

    private const string EndsSql = $"SELECT {Head} FROM unnest($1) WITH ORDINALITY AS k(unit, i) ORDER BY k.i";

    private const string EdgesSql =
        """
        SELECT k.i::integer, e.from_month, p.id
        FROM unnest($1) WITH ORDINALITY AS k(unit, i)
        JOIN unit_edge AS e ON e.unit = k.unit
        JOIN unit_number AS p ON p.number = e.parent
        ORDER BY k.i, e.from_month
        """;

    private const string EpochsSql =
        "SELECT coalesce(e.epoch, 0) FROM unnest($1) WITH ORDINALITY AS k(unit, i) LEFT JOIN unit_epoch AS e ON e.unit = k.unit ORDER BY k.i";

    /// <summary>Heads and edges, in the order of the units.</summary>
    public static async Task<IReadOnlyList<UnitHead>> Run(NpgsqlConnection connection, NumberedNames units, IReadOnlyList<UnitId> asked)
    {
        int[] numbers = await Numbers(connection, units, asked).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresReaders.Statement(HeadsSql, numbers),
                EdgesOf(numbers),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        List<(long Sequence, bool IsInterior)> heads = await PostgresReaders.Rows(reader, r => (r.GetInt64(0), r.GetBoolean(1))).ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        ILookup<int, UnitEdge> edges = await ReadEdges(reader).ConfigureAwait(false);
        return [.. heads.Select((head, i) => new UnitHead(head.Sequence, head.IsInterior, [.. edges[i]]))];
    }

    /// <summary>The epochs, in the order of the units; 0 where none was taken.</summary>
    public static async Task<IReadOnlyList<long>> Epochs(NpgsqlConnection connection, NumberedNames units, IReadOnlyList<UnitId> asked)
    {
        int[] numbers = await Numbers(connection, units, asked).ConfigureAwait(false);
        return await PostgresReaders.Rows(connection, EpochsSql, r => r.GetInt64(0), numbers).ConfigureAwait(false);
    }

    /// <summary>The numbers of units; <see cref="NumberedNames.None"/>, which no row has, for those that were never written.</summary>
    public static async Task<int[]> Numbers(NpgsqlConnection connection, NumberedNames units, IReadOnlyList<UnitId> asked)
    {
        await units.Find(connection, asked.Select(unit => unit.Text)).ConfigureAwait(false);
        return [.. asked.Select(unit => units[unit.Text])];
    }

    /// <summary>The statement that reads where the journals of units end, in their order.</summary>
    public static NpgsqlBatchCommand EndsOf(int[] units) => PostgresReaders.Statement(EndsSql, units);

    /// <summary>The statement that reads the edges of units, whose rows <see cref="ReadEdges"/> takes.</summary>
    public static NpgsqlBatchCommand EdgesOf(int[] units) => PostgresReaders.Statement(EdgesSql, units);

    /// <summary>Edges by the place of their unit in the question, the earliest first.</summary>
    public static async Task<ILookup<int, UnitEdge>> ReadEdges(NpgsqlDataReader reader) =>
        (await PostgresReaders.Rows(reader, r => (Unit: r.GetInt32(0) - 1, Edge: new UnitEdge(Month.FromNumber(r.GetInt16(1)), new UnitId(r.GetString(2)))))
            .ConfigureAwait(false)).ToLookup(one => one.Unit, one => one.Edge);
}
