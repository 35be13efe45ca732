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
    public static async Task<ServerProcess> Start(IReadOnlyDictionary<string, string> storage)
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
        return await ServerProcess.Start(Command(settings), grpc, _ => IsReady(new Uri($"{http}/health/ready")));
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
        using Process process = Process.Start(Command(OnPostgres(postgres.ConnectionString(database, PostgresServer.Owner)), "migrate"))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The migration of {database} ended with {process.ExitCode}: {await output}{errors}");
        }
    }

    private static ProcessStartInfo Command(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        ProcessStartInfo start = ServerProcess.Command(Dll, arguments);
        foreach ((string key, string value) in settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private static async Task<bool> IsReady(Uri health)
    {
        using HttpClient http = new();
        return await HealthProbe.Ask(http, health) == HttpStatusCode.OK;
    }
}
