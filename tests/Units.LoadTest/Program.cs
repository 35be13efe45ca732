using System.CommandLine;
using Units.LoadTest.Contenders;

RootCommand root = new("Simulates a country that reports, checks every answer, and compares.");
root.Subcommands.Add(ContenderCommand.Create());
return await root.Parse(args).InvokeAsync();
