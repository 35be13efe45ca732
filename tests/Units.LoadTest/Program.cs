using System.CommandLine;
using Units.LoadTest.Compare;
using Units.LoadTest.Contenders;

RootCommand root = new("Simulates a country that reports, checks every answer, and compares.");
root.Subcommands.Add(ContenderCommand.Create());
root.Subcommands.Add(CompareCommand.Create());
return await root.Parse(args).InvokeAsync();
