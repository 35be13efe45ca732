namespace Units.Silo.Demo;

/// <summary>The verb <c>demo</c>: the process as always, with a country of invented figures instead of the sample data.</summary>
internal static class DemoRun
{
    /// <summary>The verb.</summary>
    public const string Verb = "demo";

    private const string Directory = ".units-demo";

    /// <summary>The settings that differ from those of a process that serves: its own directory, and no sample data.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(IConfiguration configuration)
    {
        Dictionary<string, string?> settings = new() { ["Units:SampleData:Enabled"] = "false" };
        if (string.IsNullOrEmpty(configuration[SiloOptions.StorageDirectoryKey]))
        {
            // Beside the data that is real, never in it.
            settings[SiloOptions.StorageDirectoryKey] = Path.Combine(Path.GetDirectoryName(SiloOptions.DefaultDirectory())!, Directory);
        }

        return settings;
    }
}
