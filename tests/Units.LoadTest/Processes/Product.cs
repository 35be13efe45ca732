using System.Diagnostics;
using System.Globalization;
using System.Net;
using Units.TestSupport;

namespace Units.LoadTest.Processes;

/// <summary>The product: the silo of this build with its gateway in the process, configured by where its data and addresses are and else by default.</summary>
internal static class Product
{
    private const string Dll = "Units.Silo.dll";

    /// <summary>Starts it on data, and waits until it is ready.</summary>
    /// <param name="storage">The settings that say where its data is.</param>
    public static async Task<ServerProcess> Start(IReadOnlyDictionary<string, string> storage) => (await StartWithMonitor(storage)).Server;

    /// <summary>The same, with the address of its pages.</summary>
    public static async Task<(ServerProcess Server, string HttpUrl)> StartWithMonitor(IReadOnlyDictionary<string, string> storage)
    {
        string http = ServerProcess.FreeAddress();
        string grpc = ServerProcess.FreeAddress();
        Dictionary<string, string> settings = new(storage)
        {
            ["Units__Http__Url"] = http,
            ["Units__Grpc__Url"] = grpc,
            ["Units__Silo__Port"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture),
            ["Units__Silo__GatewayPort"] = FreePorts.Next().ToString(CultureInfo.InvariantCulture),
            ["Units__SampleData__Enabled"] = "false",
        };
        return (await ServerProcess.Start(Command([], Dll, Pairs(settings)), grpc, _ => IsReady(new Uri($"{http}/health/ready"))), http);
    }

    /// <summary>The settings for a database of PostgreSQL, under the role that a connection string names.</summary>
    public static Dictionary<string, string> OnPostgres(string connectionString) => new()
    {
        ["Units__Storage__Provider"] = "Postgres",
        ["Units__Storage__ConnectionString"] = connectionString,
    };

    /// <summary>Brings the schema of a database up to this build, under the owner's role.</summary>
    /// <exception cref="InvalidOperationException">It could not be done; the message has what the migration wrote.</exception>
    public static async Task Migrate(PostgresServer postgres, string database)
    {
        using Process process = Process.Start(Command([], Dll, Pairs(OnPostgres(postgres.ConnectionString(database, PostgresServer.Owner))), "migrate"))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The migration of {database} ended with {process.ExitCode}: {await output}{errors}");
        }
    }

    /// <summary>How one of the product's programs is run with settings, behind another command where there is one.</summary>
    public static ProcessStartInfo Command(IReadOnlyList<string> before, string dll, IReadOnlyList<(string Name, string Value)> settings, params string[] arguments)
    {
        ProcessStartInfo start = ServerProcess.CommandAt(before, dll, arguments);
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Whether a health address answers that all is well.</summary>
    public static async Task<bool> IsReady(Uri health)
    {
        using HttpClient http = new();
        return await HealthProbe.Ask(http, health) == HttpStatusCode.OK;
    }

    private static IReadOnlyList<(string, string)> Pairs(Dictionary<string, string> settings) => [.. settings.Select(s => (s.Key, s.Value))];
}
