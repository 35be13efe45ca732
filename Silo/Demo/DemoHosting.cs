using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;

namespace Units.Silo.Demo;

/// <summary>Adds the demo country to the process.</summary>
internal static class DemoHosting
{
    /// <summary>Adds what fills it and keeps it moving.</summary>
    public static void AddDemo(this IHostApplicationBuilder host)
    {
        SettingReader settings = new(host.Configuration);
        int perSecond = settings.Whole("Units:Demo:ReportsPerSecond", 5, 0, 1000);
        int seed = settings.Whole("Units:Demo:Seed", 2026, 0, int.MaxValue);
        string provinces = settings.Text("Units:Demo:Provinces") ?? "";
        host.Services.AddSingleton(provider => new DemoOptions
        {
            Address = () => new Uri(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.Grpc.Url),
            ReportsPerSecond = perSecond,
            Seed = seed,
            Provinces = provinces,
        });
        host.Services.AddSingleton<DemoLoader>();
        host.Services.AddHostedService(provider => provider.GetRequiredService<DemoLoader>());
    }
}
