using System.Diagnostics;
using System.Globalization;
using System.Net;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Units as a person starts it: a real process on ports and data of its own, which may be killed, stopped and started again.</summary>
internal sealed class UnitsProcess : IAsyncDisposable
{
    /// <summary>The program.</summary>
    public const string Dll = "Units.Silo.dll";

    private const int OutputShown = 300;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly List<string> _earlierOutput = [];
    private DotnetProcess? _process;

    /// <summary>Prepares one that loads no sample data unless it is told to.</summary>
    /// <param name="data">Its data, which go when it does; null for SQLite in a directory of its own.</param>
    /// <param name="sampleData">Whether it loads the sample data.</param>
    public UnitsProcess(UnitsData? data = null, bool sampleData = false)
    {
        Data = data ?? new SqliteData();
        HttpUrl = $"http://localhost:{FreePorts.Next()}";
        GrpcUrl = $"http://localhost:{FreePorts.Next()}";
        GatewayPort = FreePorts.Next();
        Settings = new Dictionary<string, string>(Data.Settings)
        {
            ["Units__Http__Url"] = HttpUrl,
            ["Units__Grpc__Url"] = GrpcUrl,
            ["Units__Silo__Port"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture),
            ["Units__Silo__GatewayPort"] = GatewayPort.ToString(CultureInfo.InvariantCulture),
            // Nobody but a test that is about it waits for those who send calls here to notice that it stops.
            ["Units__DrainTime"] = "00:00:00",
            ["Units__SampleData__Enabled"] = sampleData ? "true" : "false",
        };
    }

    /// <summary>The settings, as environment variables; a test may change them before the start.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>What it is told on the command line: a verb that serves; a test may set it before the start.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>Where it answers JSON over HTTP.</summary>
    public string HttpUrl { get; }

    /// <summary>Where it answers gRPC.</summary>
    public string GrpcUrl { get; }

    /// <summary>Where a gateway in another process finds the silo.</summary>
    public int GatewayPort { get; }

    /// <summary>Its data.</summary>
    public UnitsData Data { get; }

    /// <summary>Its data, where they are files.</summary>
    public SqliteData Files => (SqliteData)Data;

    /// <summary>What it has written since the last start.</summary>
    public string Output => _process?.Output ?? "";

    /// <summary>True while it runs.</summary>
    public bool Runs => _process is { HasEnded: false };

    /// <summary>One that runs and is ready.</summary>
    public static async Task<UnitsProcess> Started(UnitsData? data = null, bool sampleData = false)
    {
        UnitsProcess process = new(data, sampleData);
        try
        {
            await process.Start();
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, on the same ports and data every time, and waits until it is ready.</summary>
    public async Task Start()
    {
        Launch();
        await Ready();
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Launch()
    {
        if (Runs)
        {
            throw new InvalidOperationException("It runs already.");
        }

        _process = DotnetProcess.Start(Dll, Settings, Arguments);
    }

    /// <summary>Starts it and waits for its end, which must come by itself.</summary>
    public async Task<(int ExitCode, string Output)> RunToEnd()
    {
        Launch();
        DotnetProcess process = _process!;
        int code = await process.WaitForEnd();
        string output = process.Output;
        await Forget(process);
        return (code, output);
    }

    /// <summary>Runs a verb of the program on its data, beside it.</summary>
    public async Task<(int ExitCode, string Output)> Verb(params string[] arguments)
    {
        await using DotnetProcess process = DotnetProcess.Start(Dll, Settings, arguments);
        return (await process.WaitForEnd(), process.Output);
    }

    /// <summary>Waits until /health/ready answers 200.</summary>
    public Task Ready() => Until.Becomes(
        $"{HttpUrl}/health/ready to answer 200",
        async () =>
        {
            if (!Runs)
            {
                throw new InvalidOperationException($"Units ended before it was ready:\n{Output}");
            }

            return await Health("ready");
        },
        status => status == HttpStatusCode.OK);

    /// <summary>What /health/<paramref name="which"/> answers; null where nobody does.</summary>
    public Task<HttpStatusCode?> Health(string which) => HealthProbe.Ask(_http, new Uri($"{HttpUrl}/health/{which}"));

    /// <summary>The body that a URL answers with 200.</summary>
    public async Task<string> Get(string url)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(url));
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{url} answered {response.StatusCode}: {body}");
        return body;
    }

    /// <summary>Waits for a line on its console, and gives it.</summary>
    public async Task<string> Line(string containing) => (await Until.Becomes<string?>(
        $"a line with '{containing}' on the console",
        () => Task.FromResult(_process!.Lines.FirstOrDefault(l => l.Contains(containing, StringComparison.Ordinal))),
        line => line is not null))!;

    /// <summary>SIGKILL, and waits until it is gone.</summary>
    public async Task Kill()
    {
        DotnetProcess process = _process ?? throw new InvalidOperationException("It was never started.");
        process.Kill();
        await process.WaitForEnd();
        await Forget(process);
    }

    /// <summary>SIGTERM, and waits until it is gone.</summary>
    /// <returns>The exit code and how long it took.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> Stop()
    {
        DotnetProcess process = _process ?? throw new InvalidOperationException("It was never started.");
        long start = Stopwatch.GetTimestamp();
        await process.AskToStop();
        int code = await process.WaitForEnd();
        await Forget(process);
        return (code, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Writes the console to the output of the test, which is shown when it fails.</summary>
    public void Show()
    {
        string[] lines = [.. _earlierOutput, .. Output.Split('\n')];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines.TakeLast(OutputShown)));
    }

    public async ValueTask DisposeAsync()
    {
        Show();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _http.Dispose();
        await Data.DisposeAsync();
    }

    private async Task Forget(DotnetProcess process)
    {
        _earlierOutput.AddRange(process.Lines.TakeLast(OutputShown));
        _earlierOutput.Add("--- ended ---");
        _process = null;
        await process.DisposeAsync();
    }
}
