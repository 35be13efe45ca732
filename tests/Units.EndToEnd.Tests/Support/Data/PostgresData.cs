using System.Data.Common;
using Npgsql;
using Units.TestSupport;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A database on a PostgreSQL server. The process runs on it under the run-time role, and over TCP as it would elsewhere.</summary>
internal sealed class PostgresData(PostgresServer server, string database) : UnitsData
{
    /// <summary>A password that the server does not ask for. It is in every connection string, and must be in nothing that is shown.</summary>
    public const string Password = "not-to-be-shown-7261";

    private const string ConnectionString = "Units__Storage__ConnectionString";

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
