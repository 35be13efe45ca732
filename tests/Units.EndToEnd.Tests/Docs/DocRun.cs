using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Docs;

/// <summary>Does what a document says, block after block, in one directory and beside one running process.</summary>
internal sealed class DocRun(UnitsProcess units) : IAsyncDisposable
{
    private const string Http = "localhost:8080";
    private const string Grpc = "localhost:8081";

    private static readonly string Here = Path.Combine(AppContext.BaseDirectory, "Docs");

    // How far into what the server says to a program its stream is cut: each is tried until one hits it.
    private static readonly double[] Cuts = [0.75, 0.9, 0.6, 0.5, 0.4];

    private readonly TestDirectory _directory = new();
    private readonly TcpRelay _wire = new(new Uri(units.GrpcUrl).Port);

    private readonly Dictionary<string, string> _environment = new()
    {
        ["UNITS"] = Repository.Root,
        // Of npm: quiet, and from what is there already where it is.
        ["npm_config_audit"] = "false",
        ["npm_config_fund"] = "false",
        ["npm_config_ignore_scripts"] = "true",
        ["npm_config_prefer_offline"] = "true",
        ["npm_config_update_notifier"] = "false",
        // Of dotnet: nothing that stays behind and keeps the output open.
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>Puts the versions that are tested under what a document tells to install.</summary>
    public void PinPackages()
    {
        foreach (string file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Here, "Node", file), _directory.File(file));
        }
    }

    /// <summary>Does what one block says.</summary>
    /// <param name="block">The block.</param>
    /// <param name="shown">The output that the document shows for it, or null.</param>
    public async Task Do(DocBlock block, DocBlock? shown)
    {
        string text = block.Text.Replace(Http, units.HttpUrl["http://".Length..], StringComparison.Ordinal)
            .Replace(Grpc, $"localhost:{_wire.Port}", StringComparison.Ordinal);
        if ((block.File ?? block.Append) is { } name)
        {
            string file = _directory.File(name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await (block.Append is null ? File.WriteAllTextAsync(file, text) : File.AppendAllTextAsync(file, text));
        }

        if (block.IsCommand)
        {
            long before = _wire.Said;
            await Expect(block, shown, "bash", "-euo", "pipefail", "-c", text);
            await (block.IsCut ? Cut(block, shown!, text, _wire.Said - before) : Task.CompletedTask);
        }
        else if (block.IsOpened)
        {
            await Expect(block, shown, "node", Path.Combine(Here, "browser.mjs"), block.File!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        _directory.Dispose();
    }

    // Once more, over a wire that is cut: every report may be repeated, and in the end it comes to the same.
    private async Task Cut(DocBlock block, DocBlock shown, string text, long said)
    {
        foreach (double part in Cuts)
        {
            _wire.CutNextAfter((long)(said * part));
            (int code, string output, string errors) = await Command.Run(_directory.Path, _environment, "bash", "-euo", "pipefail", "-c", text);
            if (output.Contains("to go", StringComparison.Ordinal))
            {
                Assert.True(code == 0, $"{block} was cut after {part:P0} of {said} bytes and ended with {code}:\n{output}\n{errors}");
                Assert.Equal(shown.Text.Trim().Split('\n')[^1], output.Trim().Split('\n')[^1]);
                TestContext.Current.TestOutputHelper?.WriteLine($"cut after {part:P0} of {said} bytes: {output}");
                return;
            }
        }

        Assert.Fail($"{block}: no cut hit its stream.");
    }

    private async Task Expect(DocBlock block, DocBlock? shown, string command, params string[] arguments)
    {
        if (block.IsEventual)
        {
            await Until.Becomes($"{block} to print what is shown", () => Run(block, command, arguments), printed => Matches(shown!, printed));
            return;
        }

        string output = await Run(block, command, arguments);
        if (shown is not null)
        {
            Assert.True(Matches(shown, output), $"{block} printed\n{output}\nand the document shows\n{shown.Text}");
        }
    }

    private async Task<string> Run(DocBlock block, string command, string[] arguments)
    {
        (int code, string output, string errors) = await Command.Run(_directory.Path, _environment, command, arguments);
        Assert.True(code == block.ExitCode, $"{block} ended with {code}:\n{output}\n{errors}");
        return output;
    }

    private static bool Matches(DocBlock shown, string printed) => Shown.Matches(shown.Language, shown.Text, printed);
}
