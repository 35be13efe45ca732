namespace Units.Silo;

/// <summary>Settings of the silo, under <c>Units</c> in <c>appsettings.json</c> or as <c>Units__Section__Key</c> in the environment.</summary>
public sealed class SiloOptions
{
    /// <summary>Which database holds journal and snapshots: <c>Sqlite</c>. Key: <c>Units:Storage:Provider</c>. Default: Sqlite.</summary>
    public string StorageProvider { get; init; } = "Sqlite";

    /// <summary>The directory of the data. Key: <c>Units:Storage:Directory</c>. Default: <c>.units</c> beside the solution, or in the working directory.</summary>
    public string StorageDirectory { get; init; } = "";

    /// <summary>The port on which silos speak to each other; loopback only. Key: <c>Units:Silo:Port</c>. Default: 11111.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>The port on which a gateway in a process of its own finds this silo; loopback only. Key: <c>Units:Silo:GatewayPort</c>. Default: 30000.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>Whether the sample data is loaded at start. Key: <c>Units:SampleData:Enabled</c>. Default: true.</summary>
    public bool SampleData { get; init; } = true;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A value is wrong; the message names its key.</exception>
    public static SiloOptions Read(IConfiguration configuration)
    {
        SettingReader settings = new(configuration);
        return new SiloOptions
        {
            StorageProvider = settings.OneOf("Units:Storage:Provider", "Sqlite"),
            StorageDirectory = settings.Text("Units:Storage:Directory") ?? DefaultDirectory(),
            SiloPort = settings.Port("Units:Silo:Port", 11111),
            GatewayPort = settings.Port("Units:Silo:GatewayPort", 30000),
            SampleData = settings.Flag("Units:SampleData:Enabled", true),
        };
    }

    private static string DefaultDirectory()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Units.sln")))
            {
                return Path.Combine(at.FullName, ".units");
            }
        }

        return Path.GetFullPath(".units");
    }
}
