using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads the steps of a unit's plans and its allotments.</summary>
internal static class PlansQuery
{
    // The document stands on the first row of its item, which has the header too.
    private const string Sql =
        "SELECT kind, detail, reporter, report_id, seq, received_at, who FROM journal INDEXED BY journal_plan WHERE unit = ?1 AND kind >= 11 ORDER BY seq";

    /// <summary>Reads them, and the end of the journal.</summary>
    public static PlansReading Run(SqliteSession session, UnitId unit)
    {
        ImmutableArray<PlanEntry>.Builder entries = ImmutableArray.CreateBuilder<PlanEntry>();
        SqliteStatement read = session.Prepare(Sql).Bind(1, unit.Text);
        while (read.Step())
        {
            ReportKey key = new(new SourceId(read.Text(2)), new ReportId(read.Text(3)));
            entries.Add(PlanText.Entry(
                (RowKind)read.Int(0), read.Text(1), key, read.Long(4), JournalRows.ReadInstant(read.Text(5)), read.IsNull(6) ? null : read.Text(6)));
        }

        return new PlansReading(HeadQuery.Run(session, unit).Sequence, entries.ToImmutable());
    }
}
