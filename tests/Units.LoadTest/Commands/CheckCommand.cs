using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Units.LoadTest.Load;
using Units.LoadTest.Output;
using Units.LoadTest.SelfTest;
using Units.Silo;

namespace Units.LoadTest.Commands;

/// <summary><c>check --self-test</c>: shows that the checker finds what it is there for.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<bool> selfTest = new("--self-test") { Description = "Run a small load against a Units of its own, tamper with it, and expect the checks to fail.", Required = true };
        Option<int> seed = new("--seed") { Description = "Where chance starts.", DefaultValueFactory = _ => 1 };
        Option<bool> json = new("--json") { Description = "The last line is the result as one JSON object." };
        Option<StorageProvider> storage = new("--storage") { Description = "Where that Units keeps its data: sqlite or postgres.", DefaultValueFactory = _ => StorageProvider.Sqlite };
        Command command = new("check", "Checks the checker.") { selfTest, storage, seed, json };
        command.SetAction((given, _) => Errors.Guard(() => Run(given.GetValue(storage), given.GetValue(seed), given.GetValue(json))));
        return command;
    }

    private static async Task<int> Run(StorageProvider provider, int seed, bool json)
    {
        await using IProductStorage storage = provider == StorageProvider.Postgres ? await PostgresFiles.Start() : new SqliteFiles();
        (LoadResult untouched, IReadOnlyList<Tampering> tamperings) =
            await Screen.Follow(AnsiConsole.Console, progress => SelfTestRun.Run(storage, seed, progress));
        bool passed = untouched.Checks.Passed && tamperings.All(t => t.IsDetected);
        AnsiConsole.Console.WriteLine("untouched:");
        Screen.Show(AnsiConsole.Console, untouched.Checks);
        foreach (Tampering tampering in tamperings)
        {
            AnsiConsole.Console.WriteLine($"{tampering.What}: must fail {string.Join(", ", tampering.MustFail)}");
            Screen.Show(AnsiConsole.Console, tampering.Report);
            AnsiConsole.Console.WriteLine(tampering.IsDetected ? "  detected" : "  NOT AS IT MUST BE");
        }

        if (json)
        {
            await Console.Out.WriteLineAsync(ResultJson.Line(Json(untouched, tamperings, passed)));
        }

        return passed ? 0 : 1;
    }

    private static JsonObject Json(LoadResult untouched, IReadOnlyList<Tampering> tamperings, bool passed)
    {
        JsonObject all = [];
        foreach (Tampering tampering in tamperings)
        {
            all[tampering.What] = new JsonObject
            {
                ["detected"] = tampering.IsDetected,
                ["checks"] = ResultJson.Checks(tampering.Report),
            };
        }

        return new JsonObject
        {
            ["self_test"] = passed ? "passed" : "failed",
            ["untouched"] = ResultJson.Checks(untouched.Checks),
            ["tampered"] = all,
        };
    }
}
