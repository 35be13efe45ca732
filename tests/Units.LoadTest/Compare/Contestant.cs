using Units.LoadTest.Contenders;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.Compare;

/// <summary>Starts any contender on an empty database.</summary>
internal static class Contestant
{
    /// <summary>Makes its schema, starts it and waits until it takes calls.</summary>
    public static async Task<ServerProcess> Start(ContenderKind kind, PostgresServer postgres, string database)
    {
        if (kind == ContenderKind.Units)
        {
            await Product.Migrate(postgres, database);
            return await Product.Start(Product.OnPostgres(postgres.ConnectionString(database, PostgresServer.Runtime)));
        }

        string grpc = ServerProcess.FreeAddress();
        string connection = postgres.ConnectionString(database, PostgresServer.Owner);
        return await ServerProcess.Start(
            ServerProcess.Command("Units.LoadTest.dll", ContenderCommand.Name, kind.ToString(), "--connection", connection, "--grpc", grpc),
            grpc,
            server => Task.FromResult(server.Output.Contains(ContenderCommand.Ready, StringComparison.Ordinal)));
    }
}
