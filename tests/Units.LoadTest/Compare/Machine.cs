using System.Globalization;
using System.Reflection;
using Npgsql;
using Units.TestSupport;

namespace Units.LoadTest.Compare;

/// <summary>Where and when figures were taken.</summary>
/// <param name="Description">Processor, how many of it, memory, kernel.</param>
/// <param name="Postgres">The version of the server.</param>
/// <param name="Date">The moment in UTC.</param>
/// <param name="Commit">The commit that was built.</param>
internal sealed record Machine(string Description, string Postgres, string Date, string Commit)
{
    /// <summary>This machine, now.</summary>
    public static async Task<Machine> Look()
    {
        string processor = Value("/proc/cpuinfo", "model name");
        long memory = long.Parse(Value("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) >> 20;
        await using PostgresServer server = await PostgresServer.Start();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString("postgres", PostgresServer.Superuser));
        await using NpgsqlCommand version = source.CreateCommand("SHOW server_version");
        return new Machine(
            $"{Environment.ProcessorCount} × {processor}, {memory} GiB, Linux {Environment.OSVersion.Version}, .NET {Environment.Version}",
            $"PostgreSQL {await version.ExecuteScalarAsync()}",
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
            typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");
    }

    private static string Value(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
}
