using Microsoft.Extensions.Options;
using Orleans.Dashboard;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;

namespace Units.Silo;

/// <summary>Orleans' dashboard: which grains there are, where they are, and how their calls go. It shows what is in them, so it is for operators alone.</summary>
internal static class DashboardHosting
{
    /// <summary>Where it is, on the HTTP address.</summary>
    public const string Path = "/dashboard";

    /// <summary>Gathers what it shows, where it is turned on.</summary>
    public static ISiloBuilder AddUnitsDashboard(this ISiloBuilder silo, SiloOptions options) =>

        // Its live log would show more than an operator of grains needs.
        options.Dashboard ? silo.AddDashboard(dashboard => dashboard.HideTrace = true) : silo;

    /// <summary>Maps it, where it is turned on.</summary>
    /// <remarks>For operators over all subtrees; without identity, for whoever is on this machine.</remarks>
    /// <exception cref="SettingException">It is turned on, there is no identity, and the HTTP address is not of this machine alone.</exception>
    public static void MapUnitsDashboard(this WebApplication app, SiloOptions options)
    {
        if (!options.Dashboard)
        {
            return;
        }

        IEndpointConventionBuilder dashboard = app.MapOrleansDashboard(Path).WithMetadata(OperatorsOnly.Mark);
        if (app.Services.KnowsItsCallers())
        {
            return;
        }

        string url = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.Http.Url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? http) || !http.IsLoopback)
        {
            throw new SettingException(SiloOptions.DashboardKey, "true",
                $"false where Units:Http:Url ('{url}') can be reached from other machines and no identity is configured: it would ask nobody who they are");
        }

        // The name of this machine and no other, so that a page elsewhere cannot have a browser here ask for it.
        dashboard.RequireHost("localhost", "127.0.0.1");
    }
}
