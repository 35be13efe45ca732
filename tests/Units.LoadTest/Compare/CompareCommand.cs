using System.CommandLine;

namespace Units.LoadTest.Compare;

/// <summary>The verb <c>compare</c>.</summary>
internal static class CompareCommand
{
    private const int DefaultRounds = 4;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        Option<bool> quick = new("--quick") { Description = "One mirrored pair of the cells behind the JSON keys, in under six minutes" };
        Option<int> rounds = new("--rounds") { Description = "How many rounds, an even number; each brings up every contender once", DefaultValueFactory = _ => DefaultRounds };
        Option<bool> json = new("--json") { Description = "The last line is one JSON object" };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var n && (n < 2 || n % 2 != 0))
            {
                result.AddError($"--rounds is {n}: say an even number of 2 or more, so that each contender runs as often early as late.");
            }
        });
        Command command = new("compare", "Measures the product beside four other ways to build it, on this machine") { quick, rounds, json };
        command.SetAction(async (parsed, stop) =>
        {
            ComparePlan plan = parsed.GetValue(quick) ? ComparePlan.Quick : ComparePlan.Full(parsed.GetValue(rounds));
            Machine machine = await Machine.Look();
            CompareReport report = new(await new Comparison(plan, Console.Out).Run(stop));
            foreach (string line in CompareText.Summary(report, machine))
            {
                await Console.Out.WriteLineAsync(line);
            }

            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(report.Json(machine).ToJsonString());
            }

            return report.Checker == "passed" && report.ContendersChecker == "passed" ? 0 : 1;
        });
        return command;
    }
}
