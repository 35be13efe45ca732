using Npgsql;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>The expert's PostgreSQL: group commit in the gateway, and one aggregated update for each ancestor's cell and batch, in one transaction.</summary>
internal sealed class ExpertLedger(NpgsqlDataSource source, TimeProvider time) : AppendingLedger(source, time)
{
    /// <summary>The scripts of its schema.</summary>
    public static readonly string[] Schema = ["common.sql", "entries.sql"];

    private readonly Dictionary<(int Unit, int Measure, short Month), CellTotal> _sums = [];

    /// <inheritdoc/>
    protected override async Task After(NpgsqlConnection connection, IEnumerable<IncomingReport> appended)
    {
        AddUp(appended);
        if (_sums.Count == 0)
        {
            return;
        }

        // A cell is nearly always there, so an update comes first: an upsert would log a lock for each besides. Batches come one at a time, so none
        // turns up between.
        await using NpgsqlCommand command = new("""
            WITH change AS MATERIALIZED (SELECT * FROM unnest($1, $2, $3, $4, $5) AS c (unit, measure, month, amount, statements)),
            updated AS (
              UPDATE totals AS t SET amount = t.amount + c.amount, statements = t.statements + c.statements
              FROM change c WHERE t.unit = c.unit AND t.measure = c.measure AND t.month = c.month
              RETURNING t.unit, t.measure, t.month)
            INSERT INTO totals (unit, measure, month, amount, statements)
            SELECT * FROM change c WHERE NOT EXISTS (
              SELECT FROM updated u WHERE u.unit = c.unit AND u.measure = c.measure AND u.month = c.month)
            """, connection);
        (int Unit, int Measure, short Month)[] cells = [.. _sums.Keys];
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(cells, cell => cell.Unit) });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(cells, cell => cell.Measure) });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = Array.ConvertAll(cells, cell => cell.Month) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(cells, cell => _sums[cell].Amount) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(cells, cell => _sums[cell].Statements) });
        await command.ExecuteNonQueryAsync();
    }

    private void AddUp(IEnumerable<IncomingReport> reports)
    {
        _sums.Clear();
        foreach (IncomingReport report in reports)
        {
            foreach (IncomingEntry entry in report.Entries)
            {
                foreach (int unit in report.Key.Unit.Path)
                {
                    ref CellTotal sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                        _sums, (unit, entry.Measure, entry.Month), out _);
                    sum += new CellTotal(entry.Amount, 1);
                }
            }
        }
    }
}
