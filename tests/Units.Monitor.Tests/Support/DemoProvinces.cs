using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>Two provinces of the demo country, one of them the largest with 168 communes, in a real process; reports keep arriving.</summary>
public sealed class DemoProvinces : IAsyncLifetime
{
    /// <summary>The province with the most communes.</summary>
    public const string Largest = "ho-chi-minh-79";

    private static readonly Lazy<Task<UnitsProcess>> Filled = new(Fill);

    internal UnitsProcess Process { get; private set; } = null!;

    /// <summary>Begins to fill it, so that it does beside whatever else begins.</summary>
    internal static void Begin() => _ = Filled.Value;

    /// <summary>The page of a unit.</summary>
    internal string Page(string unit) => $"{Process.HttpUrl}/monitor/{unit}";

    public async ValueTask InitializeAsync() => Process = await Filled.Value;

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }

    private static async Task<UnitsProcess> Fill()
    {
        UnitsProcess process = new() { Arguments = ["demo"] };
        process.Settings["Units__Demo__Provinces"] = "79,04";
        await process.Start();
        await process.Line("filled in");
        return process;
    }
}
