using System.Globalization;

namespace Units.LoadTest.Compare;

/// <summary>A comparison for a person.</summary>
internal static class CompareText
{
    /// <summary>The figures of a cell with their names.</summary>
    public static readonly IReadOnlyList<(string Name, Func<CellResult, double> Figure)> Figures =
    [
        ("reports_per_s", r => r.ReportsPerSecond),
        ("entries_per_s", r => r.EntriesPerSecond),
        ("copy_rows_per_s", r => r.CopyRowsPerSecond),
        ("ack_p50_ms", r => r.AckP50Ms),
        ("ack_p99_ms", r => r.AckP99Ms),
        ("lag_p50_ms", r => r.LagP50Ms),
        ("lag_p99_ms", r => r.LagP99Ms),
        ("cpu_us_per_report", r => r.ProcessorUs),
        ("wal_bytes_per_report", r => r.WalBytes),
    ];

    /// <summary>What a cell gave, in a line.</summary>
    public static string Line(CellResult r)
    {
        string copy = r.CopyRowsPerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $"  COPY {r.CopyRowsPerSecond:N0} rows/s") : "";
        string checks = r.Failed.Count == 0 ? "exact" : "FAILED " + string.Join("; ", r.Failed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"round {r.Round}  {r.Contender,-8}{r.Cell,-8}{r.ReportsPerSecond,9:N0} reports/s {r.EntriesPerSecond,9:N0} entries/s  "
            + $"ack {r.AckP50Ms:N1} / {r.AckP99Ms:N1} ms  lag {r.LagP50Ms:N0} / {r.LagP99Ms:N0} ms  "
            + $"{r.ProcessorUs:N0} µs and {r.WalBytes:N0} B of WAL a report{copy}  {checks}");
    }

    /// <summary>Medians with the range of the rounds, and the ratios.</summary>
    public static IEnumerable<string> Summary(CompareReport report, Machine machine)
    {
        yield return "";
        yield return $"{machine.Description}; {machine.Postgres}; {string.Join(", ", Comparison.Settings)}; {machine.Date}; {machine.Commit}";
        yield return "Median (lowest – highest) over the rounds:";
        foreach ((Contenders.ContenderKind contender, CellKind cell) in report.Cells)
        {
            yield return "";
            yield return $"{contender} {cell}";
            foreach ((string name, Func<CellResult, double> figure) in Figures)
            {
                Series series = report.Of(contender, cell, figure);
                if (series.Max > 0)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"  {name,-22}{series.Median,12:N1}   ({series.Min:N1} – {series.Max:N1})");
                }
            }
        }

        yield return "";
        foreach ((string key, double value) in report.Keys)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{key,-22}{value,10:N2}");
        }

        yield return $"{"checker",-22}{report.Checker}";
        yield return $"{"contenders_checker",-22}{report.ContendersChecker}";
    }
}
