namespace Units.Silo.Demo;

/// <summary>What the demo country is like and where it goes.</summary>
internal sealed class DemoOptions
{
    /// <summary>The address of the gRPC gateway, asked for once the process listens.</summary>
    public required Func<Uri> Address { get; init; }

    /// <summary>Reports a second that keep arriving, 0 to 1,000; 0 for none. Key: <c>Units:Demo:ReportsPerSecond</c>. Default: 5.</summary>
    public int ReportsPerSecond { get; init; } = 5;

    /// <summary>What the figures are made from: the same seed makes the same figures. Key: <c>Units:Demo:Seed</c>. Default: 2026.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>Official codes of provinces, with commas between: a part of the country for a quick look. Key: <c>Units:Demo:Provinces</c>. Default: all.</summary>
    public string Provinces { get; init; } = "";

    /// <summary>The official list of units. Default: <c>data/reference</c> beside the program.</summary>
    public string UnitsFile { get; init; } = Path.Combine(AppContext.BaseDirectory, "data", "reference", "units-since-2025-07-01.csv");
}
