using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Units.LoadTest.Compare;
using Units.LoadTest.Load;
using Units.LoadTest.Output;
using Units.LoadTest.Pages;

namespace Units.LoadTest.Commands;

/// <summary><c>watchers</c>: many watchers over gRPC, or with <c>--sse</c> many live pages of the monitor, beside a load.</summary>
internal static class WatchersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        PlanOptions options = new(measures: 1, rate: 200, watchers: 100);
        Option<int> sse = new("--sse") { Description = "Live pages of the monitor instead of watchers over gRPC." };
        Option<string> http = new("--http") { Description = "With --sse, the HTTP address of the gateway, as http://localhost:8080." };
        Option<int> pairs = new("--pairs") { Description = "With --sse, also the highest rate with the pages over that without, the median of so many alternating pairs." };
        Command command = LoadCommand.Create("watchers", "Many watchers of the root and the provinces, at a given rate of reports.", options);
        command.Add(sse);
        command.Add(http);
        command.Add(pairs);
        command.SetAction((given, stop) => Errors.Guard(() => given.GetValue(sse) == 0
            ? LoadCommand.Run(options, given, stop)
            : Run(options, given, new PageRun(given.GetValue(http) ?? throw new ArgumentException("--sse needs --http, the address of the monitor."), given.GetValue(sse)), given.GetValue(pairs), stop)));
        return command;
    }

    private static async Task<int> Run(PlanOptions options, ParseResult given, PageRun run, int pairs, CancellationToken stop)
    {
        IReadOnlyList<Threshold> required = options.Required(given);
        // Probes would move a unit's version and nothing that a page shows.
        LoadPlan plan = options.Plan(given) with { Watchers = 0 };
        (LoadResult result, PageFigures pages) = await Screen.Follow(AnsiConsole.Console, progress => run.Run(plan, options.Checks(given), progress, stop));
        Dictionary<string, double> figures = new(ResultFigures.Of(result));
        foreach ((string name, double value) in pages.Named)
        {
            figures[name] = value;
        }

        if (pairs > 0)
        {
            Series ratios = await Screen.Follow(AnsiConsole.Console, progress => run.Pairs(pairs, plan, options.Checks(given), progress, stop));
            figures["max_rate_ratio"] = ratios.Median;
            figures["max_rate_ratio_worst"] = ratios.Min;
        }

        string[] broken = [.. required.Select(r => r.Broken(figures)).OfType<string>()];
        Screen.Show(AnsiConsole.Console, figures, result.Checks, broken);
        if (options.Json(given))
        {
            JsonObject json = ResultJson.Of(result, broken);
            foreach ((string name, double value) in figures)
            {
                json[name] = Math.Round(value, 3);
            }

            await Console.Out.WriteLineAsync(ResultJson.Line(json));
        }

        return result.Checks.Passed && broken.Length == 0 ? 0 : 1;
    }
}
