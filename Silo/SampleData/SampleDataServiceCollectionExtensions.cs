using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Units.Silo.SampleData;

/// <summary>Adds the loader of the sample data.</summary>
public static class SampleDataServiceCollectionExtensions
{
    /// <summary>Loads the sample data once the process listens. Added twice, it loads once, with the first options.</summary>
    public static IServiceCollection AddSampleData(this IServiceCollection services, Func<IServiceProvider, SampleDataOptions> options)
    {
        if (services.Any(s => s.ServiceType == typeof(SampleDataLoader)))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SampleDataLoader>();
        services.AddHostedService(provider => provider.GetRequiredService<SampleDataLoader>());
        return services;
    }
}
