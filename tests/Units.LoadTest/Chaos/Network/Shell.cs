using System.Diagnostics;

namespace Units.LoadTest.Chaos.Network;

/// <summary>Runs tools of the system.</summary>
internal static class Shell
{
    /// <summary>Runs a tool to its end.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="command">The tool and its arguments.</param>
    /// <exception cref="InvalidOperationException">It is not there, or ended with another code than 0; the message has what it wrote.</exception>
    public static async Task<string> Run(string input, params string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Start(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await errors}{await output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"'{start.FileName}' cannot be run ({e.Message}): install it, as test.sh does.", e);
        }
    }
}
