using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Units.LoadTest.Commands;
using Units.LoadTest.Output;

namespace Units.LoadTest.Chaos;

/// <summary><c>chaos</c>: faults in a cluster under load.</summary>
internal static class ChaosCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<bool> full = new("--full") { Description = "All faults, with freezes of 30 s: up to 40 minutes. Without it each process fault once." };
        Option<int> seed = new("--seed") { Description = "Where chance starts.", DefaultValueFactory = _ => 1 };
        Option<string[]> only = new("--only") { Description = "Only the faults with this text in their names; may be said several times." };
        Option<bool> json = new("--json") { Description = "The last line is the result as one JSON object." };
        Command command = new("chaos", "Kills, freezes and cuts off the processes of a cluster of its own under load, and checks what came of it. With --full it has to be root.") { full, only, seed, json };
        command.SetAction((given, stop) => Errors.Guard(() => Run(given.GetValue(seed), given.GetValue(full), given.GetValue(only) ?? [], given.GetValue(json), stop)));
        return command;
    }

    private static async Task<int> Run(int seed, bool isFull, IReadOnlyList<string> only, bool isJson, CancellationToken stop)
    {
        ChaosResult result = await Screen.Follow(AnsiConsole.Console, progress => ChaosRun.Run(seed, isFull, only, progress, stop));
        Show(AnsiConsole.Console, result);
        if (isJson)
        {
            await Console.Out.WriteLineAsync(ResultJson.Line(ChaosJson.Of(result, seed)));
        }

        return result.Passed ? 0 : 1;
    }

    private static void Show(IAnsiConsole console, ChaosResult result)
    {
        foreach (FaultResult fault in result.Faults)
        {
            console.WriteLine(Text(
                $"{(fault.Broken.Count == 0 ? "held" : "BROKEN"),-6}  {fault.Event.Fault} ({fault.Event.Target}): back after {fault.RecoverySeconds:0.00} s")
                + Text($", slowest ward {fault.SlowestSeconds:0.00} s, longest gap of others {fault.GapSeconds:0.00} s. {fault.Event.Seen}"));
            foreach (string broken in fault.Broken)
            {
                console.WriteLine($"    {broken}");
            }
        }

        Screen.Show(console, result.Load.Checks);
        console.WriteLine(Text($"{result.Load.Figures.Acknowledged} acknowledged at {result.Load.Plan.Rate:0}/s (capacity {result.Capacity:0}/s): ")
            + Text($"{result.Lost} lost, {result.Doubled} doubled, {result.Mismatched} mismatched"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
