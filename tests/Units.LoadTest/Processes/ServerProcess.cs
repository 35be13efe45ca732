using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Units.TestSupport;

namespace Units.LoadTest.Processes;

/// <summary>A server of this build as a process of its own, on free ports of this machine. It ends with the process that started it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int OutputKept = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ProcessStartInfo _start;
    private readonly Func<ServerProcess, Task<bool>> _isReady;
    private readonly ConcurrentQueue<string> _output = new();
    private Process _process;

    private ServerProcess(ProcessStartInfo start, string grpcUrl, Func<ServerProcess, Task<bool>> isReady)
    {
        (_start, GrpcUrl, _isReady) = (start, grpcUrl, isReady);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        _process = Launch();
    }

    /// <summary>Where it answers gRPC.</summary>
    public string GrpcUrl { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written last.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="start">What is run, as <see cref="Command"/> makes it.</param>
    /// <param name="grpcUrl">Where it is told to answer gRPC.</param>
    /// <param name="isReady">Whether it takes calls.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message has what it wrote.</exception>
    public static async Task<ServerProcess> Start(ProcessStartInfo start, string grpcUrl, Func<ServerProcess, Task<bool>> isReady)
    {
        ServerProcess started = new(start, grpcUrl, isReady);
        try
        {
            await started.Ready();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>How a program of this build is run. Settings of the product that this process happens to have are not passed on.</summary>
    public static ProcessStartInfo Command(string dll, params string[] arguments) => CommandAt([], dll, arguments);

    /// <summary>The same behind another command, which replaces itself by it: one that runs it in a network of its own.</summary>
    public static ProcessStartInfo CommandAt(IReadOnlyList<string> before, string dll, params string[] arguments)
    {
        string[] all = [.. before, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, dll), .. arguments];
        ProcessStartInfo start = new(all[0], all[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (string key in start.Environment.Keys.Where(k => k.StartsWith("Units__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(key);
        }

        return start;
    }

    /// <summary>An address that nobody listens on.</summary>
    public static string FreeAddress() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Next()}");

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>SIGKILL, and starts it again on the same ports and data.</summary>
    public async Task KillAndRestart()
    {
        await Kill();
        await Restart();
    }

    /// <summary>SIGKILL, and waits for the end.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Sends it a signal of <see cref="Signals"/>.</summary>
    public void Send(int signal) => Signals.Send(Id, signal);

    /// <summary>Waits until it ends by itself; false where it does not in time.</summary>
    public async Task<bool> Ends(TimeSpan within)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(within, TimeProvider.System);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Starts it again on the same ports and data once it has ended, and waits until it is ready.</summary>
    public async Task Restart()
    {
        _process.Dispose();
        _process = Launch();
        await Ready();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        // What was acknowledged is durable: there is nothing to wait for.
        await Kill();
        _process.Dispose();
    }

    private Process Launch()
    {
        Process process = new() { StartInfo = _start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Ready()
    {
        long begun = Stopwatch.GetTimestamp();
        while (!await _isReady(this))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException(
                    $"{string.Join(' ', _start.ArgumentList)} was not ready within {Patience.TotalSeconds} s; it wrote:\n{Output}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
            while (_output.Count > OutputKept)
            {
                _output.TryDequeue(out _);
            }
        }
    }

    private void OnExit(object? sender, EventArgs e) => _process.Kill();
}
