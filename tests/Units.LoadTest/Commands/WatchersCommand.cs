using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Units.LoadTest.Load;
using Units.LoadTest.Output;
using Units.LoadTest.Pages;

namespace Units.LoadTest.Commands;

/// <summary><c>watchers</c>: many watchers over gRPC, or with <c>--sse</c> many live pages of the monitor, beside a load.</summary>
internal sealed class WatchersCommand
{
    private const double SteadyShare = 0.5;

    private readonly PlanOptions _options = new(measures: 1, rate: 200, watchers: 100);
    private readonly Option<int> _sse = new("--sse") { Description = "So many live pages of the monitor instead of watchers over gRPC." };
    private readonly Option<string> _http = new("--http") { Description = "With --sse, the HTTP address of the gateway, as http://localhost:8080." };
    private readonly Option<int> _pairs = new("--pairs")
    {
        Description = "With --sse, the highest rate with the pages over that without, of so many alternating pairs; then half of it instead of --rate.",
    };

    private WatchersCommand()
    {
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        WatchersCommand watchers = new();
        Command command = LoadCommand.Create("watchers", "Many watchers of the root and the provinces, at a given rate of reports.", watchers._options);
        command.Add(watchers._sse);
        command.Add(watchers._http);
        command.Add(watchers._pairs);
        command.SetAction((given, stop) => Errors.Guard(
            () => given.GetValue(watchers._sse) == 0 ? LoadCommand.Run(watchers._options, given, stop) : watchers.Run(given, stop)));
        return command;
    }

    private async Task<int> Run(ParseResult given, CancellationToken stop)
    {
        IReadOnlyList<Threshold> required = _options.Required(given);
        // Probes would move a unit's version and nothing that a page shows.
        LoadPlan plan = _options.Plan(given) with { Watchers = 0 };
        (LoadResult result, Dictionary<string, double> figures) = await Screen.Follow(AnsiConsole.Console, progress => Run(given, plan, progress, stop));
        string[] broken = [.. required.Select(r => r.Broken(figures)).OfType<string>()];
        Screen.Show(AnsiConsole.Console, figures, result.Checks, broken);
        if (_options.Json(given))
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

    private async Task<(LoadResult Result, Dictionary<string, double> Figures)> Run(
        ParseResult given, LoadPlan plan, IProgress<LoadProgress> progress, CancellationToken stop)
    {
        PageRun run = new(Monitor(given), Pages(given), _options.Checks(given), progress);
        PagePairs? pairs = null;
        if (given.GetValue(_pairs) is var count and > 0)
        {
            pairs = await run.Pairs(count, plan, stop);
            plan = plan with { Rate = pairs.Without.Median * SteadyShare };
        }

        (LoadResult result, IReadOnlyDictionary<string, double> pages) = await run.Steady(plan, stop);
        IEnumerable<KeyValuePair<string, double>> all = [.. ResultFigures.Of(result), .. pages, .. pairs?.Named ?? new Dictionary<string, double>()];
        return (result, new Dictionary<string, double>(all));
    }

    private string Monitor(ParseResult given) => given.GetValue(_http) is { } http && Uri.TryCreate(http, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp ? http
        : throw new ArgumentException($"--sse needs --http, the address of the monitor without TLS, as http://localhost:8080; it was '{given.GetValue(_http)}'.");

    private int Pages(ParseResult given) => given.GetValue(_sse) is var pages and > 0 ? pages
        : throw new ArgumentException($"--sse is {given.GetValue(_sse)}: say how many pages, 1 or more.");
}
