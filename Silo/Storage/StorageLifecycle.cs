namespace Units.Silo.Storage;

/// <summary>Opens storage before anything of the silo needs it, and closes it after everything has stopped.</summary>
internal sealed class StorageLifecycle(IServiceProvider services) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(StorageLifecycle), ServiceLifecycleStage.RuntimeInitialize, Open, Close);

    private Task Open(CancellationToken cancellation)
    {
        services.GetRequiredService<IStorage>();
        services.GetRequiredService<StorageMetrics>();
        return Task.CompletedTask;
    }

    private Task Close(CancellationToken cancellation) => services.GetRequiredService<IStorage>().DisposeAsync().AsTask();
}
