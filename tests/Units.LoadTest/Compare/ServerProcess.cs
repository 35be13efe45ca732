using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Contenders;
using Units.TestSupport;

namespace Units.LoadTest.Compare;

/// <summary>A contender as a process of its own, behind the gRPC contract. It ends with the process that started it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    private ServerProcess(ProcessStartInfo start, Uri grpc)
    {
        Grpc = grpc;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its address.</summary>
    public Uri Grpc { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written last.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Starts a contender on an empty database and waits until it listens.</summary>
    public static Task<ServerProcess> Start(ContenderKind kind, PostgresServer postgres, string database) =>
        kind == ContenderKind.Units ? StartUnits(postgres, database) : StartContender(kind, postgres, database);

    /// <summary>Runs the product's migration under the owner's role.</summary>
    public static async Task Migrate(PostgresServer postgres, string database)
    {
        ProcessStartInfo start = Units(postgres.ConnectionString(database, PostgresServer.Owner));
        start.ArgumentList.Add("migrate");
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The migration of {database} ended with {process.ExitCode}: {await output}{errors}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (!_process.HasExited)
        {
            // As an operator stops it; whoever does not listen is ended.
            using Process term = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            using CancellationTokenSource patience = new(StopPatience, TimeProvider.System);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static async Task<ServerProcess> StartContender(ContenderKind kind, PostgresServer postgres, string database)
    {
        Uri grpc = FreeAddress();
        ProcessStartInfo start = Dotnet("Units.LoadTest.dll",
            ContenderCommand.Name, kind.ToString(), "--connection", postgres.ConnectionString(database, PostgresServer.Owner), "--grpc", grpc.ToString());
        ServerProcess server = new(start, grpc);
        await server.Become(() => Task.FromResult(server.Output.Contains(ContenderCommand.Ready, StringComparison.Ordinal)));
        return server;
    }

    private static async Task<ServerProcess> StartUnits(PostgresServer postgres, string database)
    {
        await Migrate(postgres, database);
        Uri http = FreeAddress();
        Uri grpc = FreeAddress();
        ProcessStartInfo start = Units(postgres.ConnectionString(database, PostgresServer.Runtime));
        start.Environment["Units__Http__Url"] = http.ToString();
        start.Environment["Units__Grpc__Url"] = grpc.ToString();
        start.Environment["Units__Silo__Port"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture);
        start.Environment["Units__Silo__GatewayPort"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture);
        start.Environment["Units__SampleData__Enabled"] = "false";
        ServerProcess server = new(start, grpc);
        using HttpClient client = new();
        await server.Become(() => IsReady(client, new Uri(http, "/health/ready")));
        return server;
    }

    private static async Task<bool> IsReady(HttpClient client, Uri health)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(health);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Units(string connection)
    {
        ProcessStartInfo start = Dotnet("Units.Silo.dll");
        start.Environment["Units__Storage__Provider"] = "Postgres";
        start.Environment["Units__Storage__ConnectionString"] = connection;
        return start;
    }

    // The product is configured by what is said here and by nothing that this process happens to have.
    private static ProcessStartInfo Dotnet(string dll, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, dll), .. arguments]);
        foreach (string key in start.Environment.Keys.Where(key => key.StartsWith("Units__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(key);
        }

        return start;
    }

    private static Uri FreeAddress() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Next()}"));

    private async Task Become(Func<Task<bool>> isReady)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!await isReady())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(begun) > StartPatience)
            {
                string output = Output;
                await DisposeAsync();
                throw new InvalidOperationException($"{string.Join(' ', _process.StartInfo.ArgumentList)} did not start:\n{output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private void Keep(string? line)
    {
        const int Most = 200;
        lock (_lines)
        {
            if (line is not null)
            {
                _lines.Enqueue(line);
            }

            if (_lines.Count > Most)
            {
                _lines.Dequeue();
            }
        }
    }

    private void OnExit(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}
