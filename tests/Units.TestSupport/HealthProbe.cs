using System.Net;
using System.Net.Sockets;

namespace Units.TestSupport;

/// <summary>Asks a process that may not listen yet, or no more.</summary>
public static class HealthProbe
{
    /// <summary>What a health address answers; null where nobody does.</summary>
    public static async Task<HttpStatusCode?> Ask(HttpClient http, Uri address)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            using HttpResponseMessage response = await http.GetAsync(address).ConfigureAwait(false);
            return response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            // The bare SocketException is .NET's: a connection that breaks right after it was made loses its wrapping.
            return null;
        }
    }
}
