using System.Diagnostics;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Programs of the folder Node with their packages, in a directory of their own.</summary>
internal sealed class NodeProgram : IDisposable
{
    private readonly TestDirectory _directory = new();

    /// <summary>The proto files, those of google among them.</summary>
    public static string Protos => Path.Combine(AppContext.BaseDirectory, "Protos");

    /// <summary>Where it runs.</summary>
    public string Directory => _directory.Path;

    /// <summary>Copies the programs and installs what they need.</summary>
    public static async Task<NodeProgram> Install()
    {
        NodeProgram node = new();
        foreach (string file in System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Node")))
        {
            File.Copy(file, node._directory.File(Path.GetFileName(file)));
        }

        await node.Run("npm", null, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        return node;
    }

    /// <summary>Runs a command to its end and gives its output.</summary>
    /// <param name="command">The command.</param>
    /// <param name="onLine">Told each line as it comes, or null.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<string> Run(string command, Action<string>? onLine, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { WorkingDirectory = _directory.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        try
        {
            List<string> lines = [];
            async Task Read()
            {
                while (await process.StandardOutput.ReadLineAsync() is { } line)
                {
                    lines.Add(line);
                    onLine?.Invoke(line);
                }
            }

            Task output = Read();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await Until.Ends($"the end of {command}", Task.WhenAll(output, errors, process.WaitForExitAsync()), TimeSpan.FromMinutes(4));
            Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{string.Join('\n', lines)}\n{await errors}");
            return string.Join('\n', lines);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _directory.Dispose();
}
