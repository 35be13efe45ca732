using System.Net;
using System.Net.Sockets;

namespace Units.TestSupport;

/// <summary>Ports that nobody listens on.</summary>
public static class FreePorts
{
    // Below the range from which the system takes the ports of outgoing connections: a client that dials a dead process again and again
    // would some day be given its port, and the restarted process would find it taken.
    private const int First = 12_000;
    private const int Last = 32_000;

    private static readonly HashSet<int> Given = [];

    /// <summary>A port that was never given before in this test run.</summary>
    public static int Next()
    {
        lock (Given)
        {
            while (true)
            {
                int port = Random.Shared.Next(First, Last);
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    return port;
                }
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
