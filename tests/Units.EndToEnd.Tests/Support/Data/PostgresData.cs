using System.Data.Common;
using System.Globalization;
using Npgsql;
using Units.TestSupport;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A database on a PostgreSQL server. The process runs on it under the run-time role, and over TCP as it would elsewhere.</summary>
internal sealed class PostgresData(PostgresServer server, string database) : UnitsData
{
    /// <summary>A password that the server does not ask for. It is in every connection string, and must be in nothing that is shown.</summary>
    public const string Password = "not-to-be-shown-7261";

    private const string ConnectionString = "Units__Storage__ConnectionString";

    private string[] Connection =>
        ["--host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={server.Port}"), $"--username={PostgresServer.Owner}", $"--dbname={database}"];

    public override IReadOnlyDictionary<string, string> Settings => As(PostgresServer.Runtime);

    public override string Place => $"PostgreSQL '{database}' on 127.0.0.1:{server.Port} as '{PostgresServer.Runtime}'";

    public override string Journal => "(SELECT k.id AS unit_id, j.* FROM journal AS j JOIN unit_number AS k ON k.number = j.unit)";

    public override string UnitKey => "(SELECT number FROM unit_number WHERE id = @unit)";

    public override string CheckSql => "SELECT msg FROM public.verify_heapam('journal')";

    /// <summary>Settings under a role.</summary>
    public Dictionary<string, string> As(string role) => new()
    {
        ["Units__Storage__Provider"] = "Postgres",
        [ConnectionString] = $"{server.TcpConnectionString(database, role)};Password={Password}",
        ["Units__Storage__RuntimeRole"] = PostgresServer.Runtime,
    };

    /// <summary>Runs the verb <c>migrate</c> of the product.</summary>
    /// <param name="settings">Its settings.</param>
    public static async Task<(int ExitCode, string Output)> Migrate(IReadOnlyDictionary<string, string> settings)
    {
        await using DotnetProcess process = DotnetProcess.Start(UnitsProcess.Dll, settings, "migrate");
        return (await process.WaitForEnd(), process.Output);
    }

    /// <summary>Dumps the schema of the product as its owner, as docs/OPERATE.md shows.</summary>
    public Task Dump(string file) => Command.Output(Path.GetDirectoryName(file)!, "pg_dump", [.. Connection, "--schema=units", "--format=custom", $"--file={file}"]);

    /// <summary>Restores a dump into this database, in which nothing is.</summary>
    public Task Restore(string file) => Command.Output(Path.GetDirectoryName(file)!, "pg_restore", [.. Connection, "--exit-on-error", "--single-transaction", file]);

    public override DbConnection Connect() => Connect(PostgresServer.Superuser);

    /// <summary>A connection under a role.</summary>
    public NpgsqlConnection Connect(string role)
    {
        NpgsqlConnection connection = new($"{server.ConnectionString(database, role)};Pooling=false;Search Path=units");
        connection.Open();
        return connection;
    }

    public override void ForgetSnapshots() => Alter("TRUNCATE OrleansStorage");
}
