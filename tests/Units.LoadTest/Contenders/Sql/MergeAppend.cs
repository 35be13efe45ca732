using Npgsql;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>Appends what is new of a batch in one statement that passes over what is there, and tells which reports were new.</summary>
internal sealed class MergeAppend
{
    private readonly List<int> _units = [];
    private readonly List<string> _sources = [];
    private readonly List<string> _ids = [];
    private readonly List<short> _ns = [];
    private readonly List<short> _places = [];
    private readonly List<int> _measures = [];
    private readonly List<short> _months = [];
    private readonly List<long> _amounts = [];

    /// <summary>Appends in the connection's transaction. What is stored of each report, or null where its id was there, in the order given.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="batch">The number of the batch.</param>
    /// <param name="receivedAt">When the reports were taken in.</param>
    /// <param name="reports">The reports.</param>
    /// <exception cref="PartOfReportException">A longer report came under an id that was there: its entries must not stay.</exception>
    public async Task<StoredReport?[]> Run(NpgsqlConnection connection, long batch, DateTimeOffset receivedAt, IReadOnlyList<IncomingReport> reports)
    {
        Fill(reports);
        // The rows come back in the order of the arrays, without those whose key was there, be it in this very batch.
        await using NpgsqlCommand command = new("""
            INSERT INTO entries (seq, received_at, unit, source, report_id, n, place, measure, month, amount)
            SELECT $10 + e.row, $1, e.unit, e.source, e.report_id, e.n, e.place, e.measure, e.month, e.amount
            FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) WITH ORDINALITY AS e (unit, source, report_id, n, place, measure, month, amount, row)
            ON CONFLICT DO NOTHING
            RETURNING seq
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = receivedAt });
        command.Parameters.Add(new NpgsqlParameter<List<int>> { TypedValue = _units });
        command.Parameters.Add(new NpgsqlParameter<List<string>> { TypedValue = _sources });
        command.Parameters.Add(new NpgsqlParameter<List<string>> { TypedValue = _ids });
        command.Parameters.Add(new NpgsqlParameter<List<short>> { TypedValue = _ns });
        command.Parameters.Add(new NpgsqlParameter<List<short>> { TypedValue = _places });
        command.Parameters.Add(new NpgsqlParameter<List<int>> { TypedValue = _measures });
        command.Parameters.Add(new NpgsqlParameter<List<short>> { TypedValue = _months });
        command.Parameters.Add(new NpgsqlParameter<List<long>> { TypedValue = _amounts });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = RowNumber.Of(batch, 0) });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        return await ReadStored(reader, reports, receivedAt);
    }

    private static async Task<StoredReport?[]> ReadStored(NpgsqlDataReader reader, IReadOnlyList<IncomingReport> reports, DateTimeOffset receivedAt)
    {
        StoredReport?[] stored = new StoredReport?[reports.Count];
        bool more = await reader.ReadAsync();
        // Of the rows of the array, this many belong to the reports before; the first row has place 1.
        int before = 0;
        for (int i = 0; i < stored.Length; i++)
        {
            IncomingEntry[] entries = reports[i].Entries;
            int inserted = 0;
            for (; more && RowNumber.Place(reader.GetInt64(0)) <= before + entries.Length; more = await reader.ReadAsync())
            {
                stored[i] ??= new StoredReport(reader.GetInt64(0), receivedAt, entries);
                inserted++;
            }

            if (inserted != 0 && inserted != entries.Length)
            {
                throw new PartOfReportException(i);
            }

            before += entries.Length;
        }

        return stored;
    }

    private void Fill(IReadOnlyList<IncomingReport> reports)
    {
        _units.Clear();
        _sources.Clear();
        _ids.Clear();
        _ns.Clear();
        _places.Clear();
        _measures.Clear();
        _months.Clear();
        _amounts.Clear();
        foreach (IncomingReport report in reports)
        {
            for (int n = 0; n < report.Entries.Length; n++)
            {
                IncomingEntry entry = report.Entries[n];
                _units.Add(report.Key.Unit.Number);
                _sources.Add(report.Key.Source);
                _ids.Add(report.Key.Id);
                _ns.Add((short)n);
                _places.Add(entry.Place);
                _measures.Add(entry.Measure);
                _months.Add(entry.Month);
                _amounts.Add(entry.Amount);
            }
        }
    }
}
