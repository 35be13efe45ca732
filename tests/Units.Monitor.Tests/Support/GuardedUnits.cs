using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>A root, two provinces and a commune in a process that asks who one is. It is started when a test first needs it, and shared.</summary>
public sealed class GuardedUnits : IAsyncDisposable
{
    private readonly Lazy<Task<UnitsProcess>> _started = new(Start);

    /// <summary>A page that somebody kept before identity was configured and the process stopped: its path.</summary>
    internal static string KeptBefore { get; private set; } = "";

    /// <summary>The process.</summary>
    internal Task<UnitsProcess> Process => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            await (await _started.Value).DisposeAsync();
        }
    }

    private static async Task<UnitsProcess> Start()
    {
        UnitsProcess process = await UnitsProcess.Started();
        using (Api api = new(process.GrpcUrl))
        {
            await api.CreateUnit("goc");
            await api.CreateUnit("tinh-a", "goc");
            await api.CreateUnit("tinh-b", "goc");
            await api.CreateUnit("xa-a", "tinh-a");
        }

        using (HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }))
        {
            using HttpResponseMessage kept = await http.PostAsync(new Uri($"{process.HttpUrl}/monitor/tinh-a/plans/keep"), null);
            KeptBefore = kept.Headers.Location?.ToString() ?? "";
        }

        await process.Stop();
        foreach ((string key, string value) in DeskToken.Settings)
        {
            process.Settings[key] = value;
        }

        await process.Start();
        return process;
    }
}
