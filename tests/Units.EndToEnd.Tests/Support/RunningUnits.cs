using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>One process for the tests of a class, without sample data.</summary>
public sealed class RunningUnits : IAsyncLifetime
{
    internal UnitsProcess Process { get; private set; } = null!;

    internal Api Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Process = await UnitsProcess.Started();
        Api = new Api(Process.GrpcUrl);
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }
}
