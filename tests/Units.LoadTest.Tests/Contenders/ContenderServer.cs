using System.Globalization;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Units.LoadTest.Contenders;
using Units.TestSupport;

namespace Units.LoadTest.Tests.Contenders;

/// <summary>A contender in this process on a database of its own, over a country of two provinces of two wards.</summary>
internal sealed class ContenderServer : IAsyncDisposable
{
    /// <summary>The wards, which report.</summary>
    public static readonly string[] Wards = ["ward-0", "ward-1", "ward-2", "ward-3"];

    /// <summary>The measures, of whole numbers.</summary>
    public static readonly string[] Measures = ["jobs", "dossiers", "visits"];

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private ContenderServer(WebApplication app, GrpcChannel channel)
    {
        (_app, _channel) = (app, channel);
        Reports = new V1.ReportService.ReportServiceClient(channel);
        Totals = new V1.TotalService.TotalServiceClient(channel);
    }

    public V1.ReportService.ReportServiceClient Reports { get; }

    public V1.TotalService.TotalServiceClient Totals { get; }

    /// <summary>Whose wards a unit's total counts.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Below = new Dictionary<string, string[]>
    {
        ["nation"] = Wards,
        ["province-0"] = ["ward-0", "ward-2"],
        ["province-1"] = ["ward-1", "ward-3"],
        ["ward-0"] = ["ward-0"],
        ["ward-1"] = ["ward-1"],
        ["ward-2"] = ["ward-2"],
        ["ward-3"] = ["ward-3"],
    };

    public static async Task<ContenderServer> Start(ContenderKind kind, PostgresServer postgres)
    {
        string connection = postgres.ConnectionString(await postgres.CreateDatabase(), PostgresServer.Owner);
        Uri grpc = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Next()}"));
        WebApplication app = await ContenderHost.Start(kind, connection, grpc);
        ContenderServer server = new(app, GrpcChannel.ForAddress(grpc));
        await server.CreateCountry();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task CreateCountry()
    {
        V1.UnitService.UnitServiceClient units = new(_channel);
        V1.CatalogService.CatalogServiceClient catalog = new(_channel);
        (string Id, string? Parent)[] tree =
        [
            ("nation", null), ("province-0", "nation"), ("province-1", "nation"), .. Wards.Select((ward, i) => (ward, $"province-{i % 2}")),
        ];
        foreach ((string id, string? parent) in tree)
        {
            V1.Unit unit = new() { Id = id, Namings = { new V1.Naming { Kind = V1.UnitKind.Group, Name = id } } };
            if (parent is not null)
            {
                unit.Edges.Add(new V1.Edge { From = "1900-01", Parent = parent });
            }

            await units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit });
        }

        foreach (string id in Measures)
        {
            await catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = new V1.Measure { Id = id, Kind = V1.MeasureKind.Flow, DisplayName = id } });
        }
    }
}
