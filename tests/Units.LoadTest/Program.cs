using System.CommandLine;
using Spectre.Console;
using Units.LoadTest.Chaos;
using Units.LoadTest.Commands;
using Units.LoadTest.Compare;
using Units.LoadTest.Contenders;

if (Console.IsOutputRedirected)
{
    // Who reads it from a pipe or a file wants whole lines.
    AnsiConsole.Profile.Width = 1_000;
}

RootCommand root = new("Puts load on Units, and checks what it measures.")
{
    LoadCommand.Create("simulate", "A country reports to a running gateway.", new PlanOptions(measures: 20, rate: 1_000, watchers: 4)),
    WatchersCommand.Create(),
    CheckCommand.Create(),
    CompareCommand.Create(),
    ChaosCommand.Create(),
    ContenderCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
