using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>Two provinces of the demo country, one of them the largest with 168 communes, in a real process; reports keep arriving.</summary>
public sealed class DemoProvinces : IAsyncLifetime
{
    /// <summary>The province with the most communes.</summary>
    public const string Largest = "ho-chi-minh-79";

    internal UnitsProcess Process { get; private set; } = null!;

    /// <summary>The page of a unit.</summary>
    internal string Page(string unit) => $"{Process.HttpUrl}/monitor/{unit}";

    public async ValueTask InitializeAsync()
    {
        Process = new UnitsProcess { Arguments = ["demo"] };
        Process.Settings["Units__Demo__Provinces"] = "79,04";
        await Process.Start();
        await Process.Line("filled in");
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }
}
