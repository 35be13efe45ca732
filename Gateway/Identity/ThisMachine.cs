using System.Net;

namespace Units.Gateway.Identity;

/// <summary>Whether a request is of this machine: without identity nobody else is answered, whatever opened the address it came to.</summary>
internal static class ThisMachine
{
    /// <summary>True where the connection ends at a loopback address, and the name that was asked for is this machine's. A page of another site can have a
    /// browser here connect to a name of its own that leads to loopback; the name gives it away.</summary>
    public static bool Asks(HttpContext context) =>
        (context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address)) && IsName(context.Request.Host.Host);

    private static bool IsName(string host) => host.Length == 0
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
