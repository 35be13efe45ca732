using Npgsql;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>The expert's PostgreSQL: group commit in the gateway, and one aggregated upsert for each ancestor's cell and batch, in one transaction.</summary>
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

        await using NpgsqlCommand command = new("""
            INSERT INTO totals AS t (unit, measure, month, amount, statements) SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (unit, measure, month) DO UPDATE SET amount = t.amount + excluded.amount, statements = t.statements + excluded.statements
            """, connection);
        // Sorted, so that two gateways lock the rows that both need in one order.
        (int Unit, int Measure, short Month)[] cells = [.. _sums.Keys];
        Array.Sort(cells);
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
