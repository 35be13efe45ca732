using System.Globalization;
using System.Net;
using Units.Gateway.Hosting;
using Units.Silo.SampleData;

namespace Units.Silo;

/// <summary>Settings of the silo, under <c>Units</c> in <c>appsettings.json</c> or as <c>Units__Section__Key</c> in the environment.</summary>
public sealed class SiloOptions
{
    /// <summary>The key of <see cref="SiloPort"/>.</summary>
    internal const string SiloPortKey = "Units:Silo:Port";

    /// <summary>The key of <see cref="GatewayPort"/>.</summary>
    internal const string GatewayPortKey = "Units:Silo:GatewayPort";

    /// <summary>The key of <see cref="Address"/>.</summary>
    internal const string AddressKey = "Units:Silo:Address";

    /// <summary>The key of <see cref="ProbeTimeout"/>.</summary>
    internal const string ProbeTimeoutKey = "Units:Silo:ProbeTimeout";

    /// <summary>The key of <see cref="StorageDirectory"/>.</summary>
    internal const string StorageDirectoryKey = "Units:Storage:Directory";

    /// <summary>The key of <see cref="ConnectionString"/>.</summary>
    internal const string ConnectionStringKey = "Units:Storage:ConnectionString";

    /// <summary>The key of <see cref="Dashboard"/>.</summary>
    internal const string DashboardKey = "Units:Dashboard:Enabled";

    /// <summary>The key of <see cref="RuntimeRole"/>.</summary>
    internal const string RuntimeRoleKey = "Units:Storage:RuntimeRole";

    /// <summary>Which database holds journal and snapshots. Key: <c>Units:Storage:Provider</c>. Default: Sqlite.</summary>
    public StorageProvider StorageProvider { get; init; } = StorageProvider.Sqlite;

    /// <summary>How to connect to PostgreSQL: under the run-time role to run, under the owner's to migrate. Key:
    /// <c>Units:Storage:ConnectionString</c>. Default: none.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>The role that a migration gives the rights to run. Key: <c>Units:Storage:RuntimeRole</c>. Default: units_app.</summary>
    public string RuntimeRole { get; init; } = "units_app";

    /// <summary>The directory of the data. Key: <c>Units:Storage:Directory</c>. Default: <c>.units</c> beside the solution, or in the working directory.</summary>
    public string StorageDirectory { get; init; } = "";

    /// <summary>The address of this machine on which the silo listens for other silos and for gateways, and which it tells them. The ports
    /// know no authentication. Key: <c>Units:Silo:Address</c>. Default: 127.0.0.1, and on SQLite nothing else.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port on which silos speak to each other. Key: <c>Units:Silo:Port</c>. Default: 11111.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>The port on which a gateway in a process of its own finds this silo. Key: <c>Units:Silo:GatewayPort</c>. Default: 30000.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>How long a silo may take to answer a probe of another, 100 milliseconds to 10 seconds; three without an answer and it is declared dead. Key:
    /// <c>Units:Silo:ProbeTimeout</c>. Default: 2 seconds.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether Orleans' dashboard is at <c>/dashboard</c> of the HTTP address, which must be of this machine alone where there is no identity. Key:
    /// <c>Units:Dashboard:Enabled</c>. Default: false.</summary>
    public bool Dashboard { get; init; }

    /// <summary>Whether the sample data is loaded at start. Key: <c>Units:SampleData:Enabled</c>. Default: true.</summary>
    public bool SampleData { get; init; } = true;

    /// <summary>Where the sample data lies. Key: <c>Units:SampleData:Directory</c>. Default: <c>data/sample</c> beside the program.</summary>
    public string SampleDataDirectory { get; init; } = SampleReader.ShippedDirectory;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A value is wrong; the message names its key.</exception>
    public static SiloOptions Read(IConfiguration configuration)
    {
        SettingReader settings = new(configuration);
        SiloOptions options = new()
        {
            StorageProvider = Enum.Parse<StorageProvider>(settings.OneOf("Units:Storage:Provider", Enum.GetNames<StorageProvider>())),
            ConnectionString = settings.Text(ConnectionStringKey) ?? "",
            RuntimeRole = settings.Text(RuntimeRoleKey) ?? "units_app",
            StorageDirectory = settings.Text(StorageDirectoryKey) ?? DefaultDirectory(),
            SiloPort = settings.Port(SiloPortKey, 11111),
            GatewayPort = settings.Port(GatewayPortKey, 30000),
            Address = settings.Address(AddressKey, IPAddress.Loopback),
            ProbeTimeout = settings.Time(ProbeTimeoutKey, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10)),
            Dashboard = settings.Flag(DashboardKey, false),
            SampleData = settings.Flag("Units:SampleData:Enabled", true),
            SampleDataDirectory = settings.Text("Units:SampleData:Directory") ?? SampleReader.ShippedDirectory,
        };
        RequireDistinctPorts(configuration, options);
        if (options is { StorageProvider: StorageProvider.Postgres, ConnectionString: "" })
        {
            throw new SettingException(ConnectionStringKey, "", "how to connect to PostgreSQL, like Host=db.example;Database=units;Username=units_app;Password=…");
        }

        if (options.StorageProvider == StorageProvider.Sqlite && !options.Address.Equals(IPAddress.Loopback))
        {
            throw new SettingException(AddressKey, options.Address.ToString(), "127.0.0.1, since on SQLite a silo is alone; to have several, use PostgreSQL");
        }

        return options;
    }

    /// <summary>A key with the name it has in the environment.</summary>
    internal static string Name(string key) => $"{key} (environment: {key.Replace(":", "__", StringComparison.Ordinal)})";

    // Whether an address is one at all is for the gateway to judge; here only its port counts.
    private static void RequireDistinctPorts(IConfiguration configuration, SiloOptions options)
    {
        Dictionary<int, string> taken = [];
        foreach (string key in (string[])["Units:Http:Url", "Units:Grpc:Url"])
        {
            if (Uri.TryCreate(configuration[key], UriKind.Absolute, out Uri? url))
            {
                taken.TryAdd(url.Port, key);
            }
        }

        foreach ((string key, int port) in ((string, int)[])[(SiloPortKey, options.SiloPort), (GatewayPortKey, options.GatewayPort)])
        {
            if (!taken.TryAdd(port, key))
            {
                throw new SettingException(key, port.ToString(CultureInfo.InvariantCulture), $"a port of its own, but {taken[port]} has it too");
            }
        }
    }

    /// <summary>The directory of the data where none is set.</summary>
    internal static string DefaultDirectory()
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
