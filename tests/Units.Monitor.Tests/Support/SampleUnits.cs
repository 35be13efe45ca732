using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>The five sample units, as somebody sees them who starts Units for the first time. They are loaded when a test first needs them.</summary>
public sealed class SampleUnits : IAsyncDisposable
{
    private readonly Lazy<Task<UnitsProcess>> _started = new(Start);

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
        UnitsProcess process = await UnitsProcess.Started(sampleData: true);
        await process.Line("share of dossiers");
        return process;
    }
}
