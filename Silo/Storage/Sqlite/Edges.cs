using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>Reads edges.</summary>
internal static class Edges
{
    private const string Sql = "SELECT from_month, parent FROM unit_edge WHERE unit = ?1 ORDER BY from_month";

    /// <summary>The parents of a unit by month, the earliest first.</summary>
    public static ImmutableArray<UnitEdge> Of(SqliteSession session, UnitId unit)
    {
        ImmutableArray<UnitEdge>.Builder edges = ImmutableArray.CreateBuilder<UnitEdge>();
        SqliteStatement read = session.Prepare(Sql).Bind(1, unit.Text);
        while (read.Step())
        {
            edges.Add(new UnitEdge(Month.FromNumber(read.Int(0)), new UnitId(read.Text(1))));
        }

        return edges.ToImmutable();
    }
}
