using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;

namespace Units.Gateway.Identity;

/// <summary>The clients of this gateway that were heard of lately.</summary>
internal sealed class ClientLimits
{
    /// <summary>The most that are told apart, about 10 MB; those beyond share one allowance.</summary>
    public const int MaxClients = 10_000;

    private const int DefaultCalls = 500;
    private const int DefaultReports = 5_000;
    private const int DefaultWatches = 100;

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Client> _clients = new(StringComparer.Ordinal);
    private readonly Func<Client> _make;
    private readonly Client _others;
    private readonly bool _isOff;

    /// <summary>The limits that are configured; without identity those alone, and otherwise the defaults.</summary>
    public ClientLimits(IOptions<GatewayOptions> gateway, IdentityOptions identity, TimeProvider time)
    {
        LimitOptions limits = gateway.Value.Limits;
        int calls = limits.CallsPerSecond ?? (identity.IsConfigured ? DefaultCalls : 0);
        int reports = limits.ReportsPerSecond ?? (identity.IsConfigured ? DefaultReports : 0);
        int watches = limits.Watches ?? (identity.IsConfigured ? DefaultWatches : 0);
        _isOff = calls == 0 && reports == 0 && watches == 0;
        _make = () => new Client(calls, reports, watches, time);
        _others = _make();
    }

    /// <summary>How many are told apart now.</summary>
    public int Count => _clients.Count;

    /// <summary>The client behind a request; null where nothing is limited.</summary>
    public Client? Of(HttpContext context, Caller caller) => _isOff ? null : Of(NameOf(context, caller));

    /// <summary>What a client is told apart by: its subject, and where nobody is asked who they are, its address.</summary>
    public static string NameOf(HttpContext context, Caller caller) => caller.Who ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>The client of a name.</summary>
    public Client Of(string name)
    {
        if (_clients.TryGetValue(name, out Client? known))
        {
            return known;
        }

        if (_clients.Count >= MaxClients)
        {
            Forget();
        }

        return _clients.Count >= MaxClients ? _others : _clients.GetOrAdd(name, _ => _make());
    }

    private void Forget()
    {
        foreach (KeyValuePair<string, Client> client in _clients)
        {
            if (client.Value.Idle > ForgottenAfter)
            {
                _clients.TryRemove(client);
            }
        }
    }
}
