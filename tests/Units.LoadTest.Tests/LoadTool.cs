using System.Diagnostics;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>The tool as a process of its own, as a person runs it.</summary>
internal static class LoadTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a command to its end.</summary>
    /// <returns>The exit code, and the last line that it wrote.</returns>
    public static async Task<(int Code, string Last)> Run(ITestOutputHelper output, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Units.LoadTest.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string said = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience, TimeProvider.System) + await errors;
            await process.WaitForExitAsync();
            output.WriteLine(said);
            return (process.ExitCode, said.TrimEnd().Split('\n')[^1]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
