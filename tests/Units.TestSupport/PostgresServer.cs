using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace Units.TestSupport;

/// <summary>A PostgreSQL server of one's own, in a directory of one's own, on a free port of this machine. It ends with the process that started it.</summary>
/// <remarks>fsync and synchronous_commit are on, as the defaults are: what it acknowledges survives a kill.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The role that owns the databases and may change their schema.</summary>
    public const string Owner = "units_owner";

    /// <summary>The role that the product runs under.</summary>
    public const string Runtime = "units_app";

    /// <summary>The superuser, whom only tests use.</summary>
    public const string Superuser = "postgres";

    // What PostgreSQL takes for an immediate stop.
    private const int Quit = 3;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly string _directory;
    private readonly IReadOnlyList<string> _settings;
    private int _databases;
    private Process? _process;

    private PostgresServer(string directory, int port, IReadOnlyList<string> settings)
    {
        _directory = directory;
        Port = port;
        _settings = settings;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Its port, on 127.0.0.1 and in <see cref="SocketDirectory"/>.</summary>
    public int Port { get; }

    /// <summary>Where its Unix socket is.</summary>
    public string SocketDirectory => _directory;

    /// <summary>The process id of the postmaster, whose children do the work.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>What the server has logged.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string DataDirectory => Path.Combine(_directory, "data");

    private string LogFile => Path.Combine(_directory, "log");

    /// <summary>Makes a server, starts it and creates its roles.</summary>
    /// <param name="settings">Settings beyond the defaults, as <c>name=value</c>.</param>
    public static async Task<PostgresServer> Start(params string[] settings)
    {
        string directory = Directory.CreateTempSubdirectory("units-pg-").FullName;
        PostgresServer server = new(directory, FreePorts.Next(), settings);
        try
        {
            if (Geteuid() == 0)
            {
                // The server refuses to be root: the directory becomes that of its own user.
                await Run("chown", Superuser, directory);
            }

            await Run(Command("initdb"), Arguments("initdb", "-D", server.DataDirectory, "-U", Superuser, "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync"));
            await server.Resume();
            await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString("postgres", Superuser));
            await using NpgsqlCommand roles = source.CreateCommand($"CREATE ROLE {Owner} LOGIN; CREATE ROLE {Runtime} LOGIN");
            await roles.ExecuteNonQueryAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database that <see cref="Owner"/> owns, and returns its name.</summary>
    /// <param name="template">A database to copy, which nobody may be connected to; empty for none.</param>
    public async Task<string> CreateDatabase(string template = "template0")
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"units_{Interlocked.Increment(ref _databases)}");
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString("postgres", Superuser));
        await using NpgsqlCommand create = source.CreateCommand($"CREATE DATABASE {name} OWNER {Owner} TEMPLATE {template}");
        await create.ExecuteNonQueryAsync();
        return name;
    }

    /// <summary>How to connect to one of its databases over its Unix socket.</summary>
    public string ConnectionString(string database, string role) => string.Create(CultureInfo.InvariantCulture,
        $"Host={SocketDirectory};Port={Port};Database={database};Username={role}");

    /// <summary>How to connect to one of its databases over TCP.</summary>
    public string TcpConnectionString(string database, string role) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Database={database};Username={role}");

    /// <summary>Starts it again on its data, and waits until it takes connections.</summary>
    public async Task Resume()
    {
        List<string> arguments = [.. Arguments("postgres", "-D", DataDirectory, "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", _directory,
            "-c", "listen_addresses=127.0.0.1")];
        foreach (string setting in _settings)
        {
            arguments.AddRange(["-c", setting]);
        }

        // exec, so that the process is the postmaster itself and not a shell around it.
        ProcessStartInfo start = new("/bin/sh") { ArgumentList = { "-c", $"exec \"$0\" \"$@\" >>'{LogFile}' 2>&1", Command("postgres") } };
        arguments.ForEach(start.ArgumentList.Add);
        _process = Process.Start(start)!;
        long begun = Stopwatch.GetTimestamp();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString("postgres", Superuser) + ";Pooling=false;Timeout=2");
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = await source.OpenConnectionAsync();
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException && Stopwatch.GetElapsedTime(begun) < StartPatience && !_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{Log}", e);
            }
        }
    }

    /// <summary>SIGKILL to the postmaster and all its children, as when the machine loses power to them.</summary>
    public async Task Kill()
    {
        // The children first stop in their tracks, so that none of them goes on without its postmaster.
        int[] family = [ProcessId, .. Children(ProcessId)];
        foreach (int pid in family)
        {
            Signals.Send(pid, Signals.Kill);
        }

        await Ended();
    }

    /// <summary>An immediate stop: no checkpoint, every client cut off.</summary>
    public async Task StopImmediately()
    {
        Signals.Send(ProcessId, Quit);
        await Ended();
    }

    /// <summary>Stops every process of the server where it is, without ending it.</summary>
    public void Freeze() => SignalFamily(Signals.Stop);

    /// <summary>Lets it go on.</summary>
    public void Thaw() => SignalFamily(Signals.Continue);

    /// <summary>The process ids of the server: the postmaster and its children.</summary>
    public IReadOnlyList<int> ProcessIds() => [ProcessId, .. Children(ProcessId)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (_process is { HasExited: false })
        {
            Thaw();
            await StopImmediately();
        }

        try
        {
            Directory.Delete(_directory, recursive: true);
        }
        catch (IOException)
        {
            // A child that ends late may still write: what is left lies in the system's temporary directory.
        }
    }

    private async Task Ended()
    {
        await _process!.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private void OnExit(object? sender, EventArgs e)
    {
        if (_process is { HasExited: false })
        {
            SignalFamily(Signals.Kill);
        }
    }

    private void SignalFamily(int signal)
    {
        foreach (int pid in ProcessIds())
        {
            Signals.Send(pid, signal);
        }
    }

    private static IEnumerable<int> Children(int parent)
    {
        string file = string.Create(CultureInfo.InvariantCulture, $"/proc/{parent}/task/{parent}/children");
        return File.Exists(file)
            ? File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pid => int.Parse(pid, CultureInfo.InvariantCulture))
            : [];
    }

    private static string Command(string program) => Geteuid() == 0 ? "/usr/bin/setpriv" : ProgramFile(program);

    private static string[] Arguments(string program, params string[] arguments) => Geteuid() == 0
        ? [$"--reuid={Superuser}", $"--regid={Superuser}", "--clear-groups", ProgramFile(program), .. arguments]
        : arguments;

    // Debian keeps initdb and postgres off the PATH, a directory for each version.
    private static string ProgramFile(string program) =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out int v) ? v : 0)
            .Select(d => Path.Combine(d, "bin", program)).FirstOrDefault(File.Exists) is { } file
            ? file
            : program;

    private static async Task Run(string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{errors}");
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint Geteuid();
}
