using System.Globalization;
using System.Net;
using Npgsql;
using Units.LoadTest.Chaos.Network;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>PostgreSQL, silos and gateways, each a process of its own, the silos in a network of their own. All of it ends with this.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    /// <summary>How many silos there are.</summary>
    public const int Silos = 3;

    /// <summary>How many gateways there are.</summary>
    public const int Gateways = 2;

    // Each silo has an address of its own, so that all can have the same ports.
    private const int SiloPort = 11111;
    private const int GatewayPort = 30000;

    private readonly List<ServerProcess> _silos = [];
    private readonly List<ServerProcess> _gateways = [];
    private readonly string _directory;
    private readonly TimeSpan _probe;
    private readonly string _database;
    private readonly NpgsqlDataSource _table;
    private readonly Wires? _wires;

    private ChaosCluster(Wires? wires, PostgresServer postgres, string database, string directory, TimeSpan probe)
    {
        (_wires, Postgres, _database, _directory, _probe) = (wires, postgres, database, directory, probe);
        _table = NpgsqlDataSource.Create($"{postgres.ConnectionString(database, PostgresServer.Superuser)};Pooling=false;Timeout=5;Command Timeout=5");
        Membership = new Membership(_table);
    }

    /// <summary>The network of the silos.</summary>
    /// <exception cref="InvalidOperationException">They have none of their own.</exception>
    public Wires Wires => _wires ?? throw new InvalidOperationException("This cluster was started without a network of its own.");

    /// <summary>The database server.</summary>
    public PostgresServer Postgres { get; }

    /// <summary>What the cluster says of its silos.</summary>
    public Membership Membership { get; }

    /// <summary>Where the gateways answer gRPC.</summary>
    public IReadOnlyList<string> GrpcUrls => [.. _gateways.Select(g => g.GrpcUrl)];

    /// <summary>How the run-time role connects, as the gateways do.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={Postgres.Port};Database={_database};Username={PostgresServer.Runtime}";

    /// <summary>How the checker reads the journal.</summary>
    public string Journal => $"{Postgres.ConnectionString(_database, PostgresServer.Superuser)};Pooling=false";

    /// <summary>Where the silos find the database.</summary>
    public (string Address, int Port) DatabaseEnd => (_wires?.Host ?? "127.0.0.1", Postgres.Port);

    /// <summary>Starts it all.</summary>
    /// <param name="probe">The time after which a silo takes a probe for missed.</param>
    /// <param name="onWires">Whether the silos have a network of their own, which can be cut; without it they have loopback addresses.</param>
    public static async Task<ChaosCluster> Start(TimeSpan probe, bool onWires)
    {
        string directory = Directory.CreateTempSubdirectory("units-chaos-").FullName;
        Wires? wires = null;
        PostgresServer? postgres = null;
        ChaosCluster? cluster = null;
        try
        {
            wires = onWires ? await Wires.Lay(Silos) : null;
            postgres = wires is null ? await PostgresServer.Start()
                : await PostgresServer.Start($"listen_addresses=127.0.0.1,{wires.Host}", $"hba_file={await wires.Admit(directory)}");
            string database = await postgres.CreateDatabase();
            await Product.Migrate(postgres, database);
            cluster = new ChaosCluster(wires, postgres, database, directory, probe);
            for (int silo = 0; silo < Silos; silo++)
            {
                cluster._silos.Add(await cluster.StartSilo(silo));
            }

            for (int gateway = 0; gateway < Gateways; gateway++)
            {
                cluster._gateways.Add(await cluster.StartGateway());
            }

            return cluster;
        }
        catch
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }
            else
            {
                await Undo(wires, postgres, directory);
            }

            throw;
        }
    }

    /// <summary>A silo.</summary>
    public ServerProcess Silo(int silo) => _silos[silo];

    /// <summary>A gateway.</summary>
    public ServerProcess Gateway(int gateway) => _gateways[gateway];

    /// <summary>The processes of the product, each with what it is.</summary>
    public IReadOnlyList<(string Name, ServerProcess Process)> Processes =>
    [
        .. _gateways.Select((g, i) => (string.Create(CultureInfo.InvariantCulture, $"gateway {i + 1}"), g)),
        .. _silos.Select((s, i) => (string.Create(CultureInfo.InvariantCulture, $"silo {i + 1}"), s)),
    ];

    /// <summary>The address of a silo.</summary>
    public string Address(int silo) => _wires?.Address(silo) ?? string.Create(CultureInfo.InvariantCulture, $"127.0.0.{silo + 11}");

    /// <summary>The end of the wire between silos.</summary>
    public (string Address, int Port) SiloEnd(int silo) => (Address(silo), SiloPort);

    /// <summary>The number of the silo at an address.</summary>
    public int SiloAt(string address) => Enumerable.Range(0, Silos).First(s => Address(s) == address);

    /// <summary>Puts another process in a silo's place, which has settings of its own.</summary>
    public async Task Replace(int silo, params (string Name, string Value)[] environment)
    {
        ServerProcess before = _silos[silo];
        await before.Kill();

        // Only now is it let go of: where the other does not start, it is still what the cluster ends with.
        _silos[silo] = await StartSilo(silo, environment);
        await before.DisposeAsync();
    }

    /// <summary>From now on the silos take the processors after everybody else: gateways and generator, which share these with them here, would have machines of their own.</summary>
    public Task SilosGiveWay() => Task.WhenAll(_silos.Select(Priority.Lower));

    /// <summary>Puts other gateways in the place of all of them, which have settings of their own and listen elsewhere.</summary>
    public async Task ReplaceGateways(params (string Name, string Value)[] environment)
    {
        for (int gateway = 0; gateway < Gateways; gateway++)
        {
            ServerProcess before = _gateways[gateway];
            _gateways[gateway] = await StartGateway(environment);
            await before.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (ServerProcess process in _gateways.Concat(_silos))
        {
            process.Send(Signals.Continue);
            await process.DisposeAsync();
        }

        await _table.DisposeAsync();
        await Undo(_wires, Postgres, _directory);
    }

    private static async Task Undo(Wires? wires, PostgresServer? postgres, string directory)
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (wires is not null)
        {
            await wires.DisposeAsync();
        }

        Directory.Delete(directory, recursive: true);
    }

    private async Task<ServerProcess> StartSilo(int silo, params (string Name, string Value)[] environment)
    {
        string address = Address(silo);
        string database = $"Host={DatabaseEnd.Address};Port={Postgres.Port};Database={_database};Username={PostgresServer.Runtime}";
        IEnumerable<(string, string)> settings = ProductSettings.OfSilo(database, address, SiloPort, GatewayPort, _probe);
        IReadOnlySet<int> before = await Membership.ActiveAt(address);
        return await ServerProcess.Start(
            Product.Command(_wires?.At(silo) ?? [], "Units.Silo.dll", [.. settings, .. environment]), "",
            async _ => (await Membership.ActiveAt(address)).Any(generation => !before.Contains(generation)));
    }

    private async Task<ServerProcess> StartGateway(params (string Name, string Value)[] environment)
    {
        string http = ServerProcess.FreeAddress();
        string grpc = ServerProcess.FreeAddress();
        Uri health = new($"{http}/health/ready");
        return await ServerProcess.Start(
            Product.Command([], "Units.Gateway.dll", [.. ProductSettings.OfGateway(ConnectionString, http, grpc), .. environment]), grpc, async _ => await Product.IsReady(health));
    }
}
