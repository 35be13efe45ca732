using System.CommandLine;
using Spectre.Console;
using Units.LoadTest.Load;
using Units.LoadTest.Output;

namespace Units.LoadTest.Commands;

/// <summary>A run by the command line: <c>simulate</c>, and <c>watchers</c> over gRPC, which differs in what its plan says where nothing is given.</summary>
internal static class LoadCommand
{
    /// <summary>The command with a name.</summary>
    public static Command Create(string name, string description, PlanOptions options)
    {
        Command command = new(name, description);
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        command.SetAction((given, stop) => Errors.Guard(() => Run(options, given, stop)));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static async Task<int> Run(PlanOptions options, ParseResult given, CancellationToken stop)
    {
        IReadOnlyList<Threshold> required = options.Required(given);
        LoadPlan plan = options.Plan(given);
        LoadResult result = await Screen.Follow(AnsiConsole.Console, progress => LoadRun.Run(plan, options.Checks(given), progress, stop: stop));
        IReadOnlyDictionary<string, double> figures = ResultFigures.Of(result);
        string[] broken = [.. required.Select(r => r.Broken(figures)).OfType<string>()];
        Screen.Show(AnsiConsole.Console, result, broken);
        if (options.Json(given))
        {
            // Past Spectre, which would break the line.
            await Console.Out.WriteLineAsync(ResultJson.Line(ResultJson.Of(result, broken)));
        }

        return result.Checks.Passed && broken.Length == 0 ? 0 : 1;
    }
}
