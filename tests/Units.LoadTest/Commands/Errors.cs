using Grpc.Core;

namespace Units.LoadTest.Commands;

/// <summary>What goes wrong before there is a result: told in a line, with exit code 2.</summary>
internal static class Errors
{
    /// <summary>Runs a command.</summary>
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            return await Tell(e.Message);
        }
        catch (RpcException e)
        {
            return await Tell($"The gateway answered {e.StatusCode}: {e.Status.Detail}");
        }
    }

    private static async Task<int> Tell(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
