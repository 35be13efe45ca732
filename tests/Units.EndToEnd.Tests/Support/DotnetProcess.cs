using System.Collections.Concurrent;
using System.Diagnostics;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A real process that runs a dll of this build. It ends with the test that started it.</summary>
internal sealed class DotnetProcess : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DotnetProcess, bool> Running = new();

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;

    static DotnetProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        // The run is stopped in the middle of tests: their processes go too.
        foreach (DotnetProcess left in Running.Keys)
        {
            left.Kill();
        }
    };

    private DotnetProcess(Process process) => _process = process;

    /// <summary>Everything it has written so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>The lines it has written so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts <paramref name="dll"/> of the test's own output directory.</summary>
    /// <param name="dll">Its file name.</param>
    /// <param name="settings">Environment variables; those of the product that the test run has are not passed on.</param>
    /// <param name="arguments">What it is told on the command line.</param>
    public static DotnetProcess Start(string dll, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, dll), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (string key in start.Environment.Keys.Where(k => k.StartsWith("Units__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(key);
        }

        foreach ((string key, string value) in settings)
        {
            start.Environment[key] = value;
        }

        DotnetProcess started = new(new Process { StartInfo = start });
        started._process.OutputDataReceived += (_, line) => started.Keep(line.Data);
        started._process.ErrorDataReceived += (_, line) => started.Keep(line.Data);
        started._process.Start();
        Running[started] = true;
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>SIGKILL: it gets no chance to do anything more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public async Task AskToStop()
    {
        // The shell's own kill: a program of that name is not on every machine.
        using Process kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end and for the last of its output, and gives the exit code.</summary>
    public async Task<int> WaitForEnd()
    {
        await Until.Ends($"the end of process {_process.Id}", _process.WaitForExitAsync());
        await Until.Ends($"the last output of process {_process.Id}", _outputEnded.Task);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        Running.TryRemove(this, out _);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
        else if (Interlocked.Decrement(ref _openStreams) == 0)
        {
            _outputEnded.TrySetResult();
        }
    }
}
