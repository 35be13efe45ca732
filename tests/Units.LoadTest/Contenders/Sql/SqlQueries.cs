using Npgsql;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>What the contenders on plain SQL read alike.</summary>
internal sealed class SqlQueries(NpgsqlDataSource source)
{
    /// <inheritdoc cref="ILedger.Find"/>
    public async Task<StoredReport?> Find(ReportKey key)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            SELECT seq, received_at, place, measure, month, amount FROM entries
            WHERE unit = $1 AND source = $2 AND report_id = $3 ORDER BY n
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = key.Unit.Number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Source });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Id });
        List<IncomingEntry> entries = [];
        long sequence = 0;
        DateTimeOffset receivedAt = default;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (entries.Count == 0)
            {
                (sequence, receivedAt) = (reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
            }

            entries.Add(new IncomingEntry(reader.GetInt16(2), reader.GetInt32(3), reader.GetInt16(4), reader.GetInt64(5)));
        }

        return entries.Count == 0 ? null : new StoredReport(sequence, receivedAt, [.. entries]);
    }

    /// <inheritdoc cref="ILedger.Read"/>
    public async Task<CellTotal[]> Read(KnownUnit unit, IReadOnlyList<KnownMeasure> measures, MonthRange range)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            SELECT measure, sum(amount)::bigint, sum(statements)::bigint FROM totals
            WHERE unit = $1 AND measure = ANY($2) AND month BETWEEN $3 AND $4 GROUP BY measure
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = unit.Number });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. measures.Select(measure => measure.Number)] });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)range.From.Number });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)range.To.Number });
        Dictionary<int, CellTotal> found = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[reader.GetInt32(0)] = new CellTotal(reader.GetInt64(1), reader.GetInt64(2));
        }

        return [.. measures.Select(measure => found.GetValueOrDefault(measure.Number))];
    }
}
