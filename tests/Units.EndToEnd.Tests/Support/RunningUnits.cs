using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>One process for the tests of a class, without sample data.</summary>
public abstract class RunningUnits : IAsyncLifetime
{
    internal UnitsProcess Process { get; private set; } = null!;

    internal Api Api { get; private set; } = null!;

    /// <summary>The data of the process.</summary>
    internal abstract Task<UnitsData> NewData();

    public async ValueTask InitializeAsync()
    {
        Process = await UnitsProcess.Started(await NewData());
        Api = new Api(Process.GrpcUrl);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
