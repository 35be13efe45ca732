using System.CommandLine;

namespace Units.LoadTest.Contenders;

/// <summary>The hidden verb that runs one contender in this process until it is stopped: so its processor time is its own.</summary>
internal static class ContenderCommand
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "contender";

    /// <summary>What it prints when it listens.</summary>
    public const string Ready = "The contender listens.";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        Argument<ContenderKind> kind = new("name") { Description = "trigger, expert, roller or naive" };
        Option<string> connection = new("--connection") { Required = true, Description = "How to connect to its empty database, as the owner" };
        Option<string> grpc = new("--grpc") { Required = true, Description = "Where to listen, on loopback" };
        Command command = new(Name, "Runs one contender of compare") { kind, connection, grpc };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            await using WebApplication app = await ContenderHost.Start(
                parsed.GetRequiredValue(kind), parsed.GetRequiredValue(connection), new Uri(parsed.GetRequiredValue(grpc)));
            await Console.Out.WriteLineAsync(Ready);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }
}
