using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Units.TestSupport;

namespace Units.LoadTest.SelfTest;

/// <summary>A Units of our own: the process of this build, on free ports of this machine. It ends with the process that started it.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private const int OutputKept = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly string _httpUrl = Loopback();
    private readonly ProcessStartInfo _start;
    private Process _process;

    private ProductProcess(IProductStorage storage)
    {
        _start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Units.Silo.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (string key in _start.Environment.Keys.Where(k => k.StartsWith("Units__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            _start.Environment.Remove(key);
        }

        foreach ((string key, string value) in Settings().Concat(storage.Settings))
        {
            _start.Environment[key] = value;
        }

        AppDomain.CurrentDomain.ProcessExit += OnExit;
        _process = Launch();
    }

    /// <summary>Where it answers gRPC.</summary>
    public string GrpcUrl { get; } = Loopback();

    /// <summary>Starts it on data, and waits until it is ready.</summary>
    public static async Task<ProductProcess> Start(IProductStorage storage)
    {
        ProductProcess started = new(storage);
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

    /// <summary>SIGKILL, and starts it again on the same ports and data.</summary>
    public async Task KillAndRestart()
    {
        await Kill();
        _process = Launch();
        await Ready();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        // What was acknowledged is durable: there is nothing to wait for.
        await Kill();
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

    private async Task Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Ready()
    {
        using HttpClient http = new() { Timeout = Patience };
        long start = Stopwatch.GetTimestamp();
        while (!await IsReady(http))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"Units was not ready within {Patience.TotalSeconds} s:\n{string.Join('\n', _output)}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri($"{_httpUrl}/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Units__Http__Url"] = _httpUrl,
        ["Units__Grpc__Url"] = GrpcUrl,
        ["Units__Silo__Port"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture),
        ["Units__Silo__GatewayPort"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture),
        ["Units__SampleData__Enabled"] = "false",
    };

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

    private static string Loopback() => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePorts.Next()}");
}
