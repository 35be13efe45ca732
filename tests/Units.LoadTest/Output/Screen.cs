using Spectre.Console;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Output;

/// <summary>What a person sees of a run: a table that moves on a terminal, a line a second elsewhere, and the result.</summary>
internal static class Screen
{
    private const int FaultsShown = 5;

    /// <summary>Runs something that tells how far it is.</summary>
    public static async Task<T> Follow<T>(IAnsiConsole console, Func<IProgress<LoadProgress>, Task<T>> run)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal)
        {
            return await run(new ImmediateProgress(p => console.WriteLine(Line(p))));
        }

        return await console.Live(new Text("")).StartAsync(live => run(new ImmediateProgress(p =>
        {
            live.UpdateTarget(Table(p));
            live.Refresh();
        })));
    }

    /// <summary>Shows figures, checks and what was required and is not so.</summary>
    public static void Show(IAnsiConsole console, LoadResult result, IReadOnlyList<string> broken) =>
        Show(console, ResultFigures.Of(result), result.Checks, broken);

    /// <summary>The same with figures of its own.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyDictionary<string, double> named, CheckReport checks, IReadOnlyList<string> broken)
    {
        Table figures = new Table().Border(TableBorder.None).HideHeaders().AddColumn("figure").AddColumn(new TableColumn("value").RightAligned());
        foreach ((string name, double value) in named)
        {
            figures.AddRow(new Text(name), new Text(Invariant($"{value:#,0.###}")));
        }

        console.Write(figures);
        Show(console, checks);
        foreach (string line in broken)
        {
            console.WriteLine($"REQUIRED  {line}");
        }
    }

    /// <summary>Shows what the checker found.</summary>
    public static void Show(IAnsiConsole console, CheckReport report)
    {
        foreach (CheckResult check in report.Results)
        {
            console.WriteLine(Invariant($"{check.Id} {(check.Passed ? "passed" : "FAILED")}  {check.Looked}{(check.Passed ? "" : $": {check.FaultCount} faults")}"));
            foreach (string fault in check.Faults.Take(FaultsShown))
            {
                console.WriteLine($"    {fault}");
            }
        }
    }

    private static string Line(LoadProgress p) => p.Seconds == 0
        ? p.Stage
        : Invariant($"{p.Seconds,5:0} s  sent {p.Sent,9:#,0}  acknowledged {p.Acknowledged,9:#,0}  refused {p.Refused,6:#,0}")
            + Invariant($"  unknown {p.Unknown,5:#,0}  in flight {p.InFlight,6:#,0}  {p.PerSecond,8:#,0}/s")
            + Invariant($"  p50 {p.P50,8:0.0} ms  p99 {p.P99,8:0.0} ms");

    private static Table Table(LoadProgress p)
    {
        Table table = new Table().Title(Markup.Escape(p.Stage)).Border(TableBorder.Rounded);
        (string Name, string Value)[] columns =
        [
            ("seconds", Invariant($"{p.Seconds:0}")), ("sent", Invariant($"{p.Sent:#,0}")), ("acknowledged", Invariant($"{p.Acknowledged:#,0}")),
            ("refused", Invariant($"{p.Refused:#,0}")), ("unknown", Invariant($"{p.Unknown:#,0}")), ("in flight", Invariant($"{p.InFlight:#,0}")),
            ("acknowledged/s", Invariant($"{p.PerSecond:#,0}")), ("p50 ms", Invariant($"{p.P50:0.0}")), ("p99 ms", Invariant($"{p.P99:0.0}")),
        ];
        foreach ((string name, string _) in columns)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        return table.AddRow([.. columns.Select(c => c.Value)]);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
