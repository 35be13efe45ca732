using System.Diagnostics;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Runs a program to its end, as a person in a shell does.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The output of a program that must succeed.</summary>
    public static async Task<string> Output(string directory, string command, params string[] arguments)
    {
        (int code, string output, string errors) = await Run(directory, [], command, arguments);
        Assert.True(code == 0, $"{command} ended with {code}:\n{output}\n{errors}");
        return output;
    }

    /// <summary>How a program ended and what it wrote.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(
        string directory, Dictionary<string, string> environment, string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await Until.Ends($"the end of {command}", Task.WhenAll(output, errors, process.WaitForExitAsync()), Patience);
            return (process.ExitCode, await output, await errors);
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
