using System.Diagnostics.Metrics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Hosting;
using Units.Gateway.Watching;

namespace Units.Gateway.Tests.Support;

/// <summary>The gateway on real ports, in front of a fake cluster, on 22 November 2026 in Hanoi.</summary>
public class GatewayHost : IAsyncLifetime
{
    private WebApplication? _app;
    private GrpcChannel? _channel;

    internal FakeCluster Cluster { get; } = new();

    /// <summary>Where the gateway is stopped from.</summary>
    public IHostApplicationLifetime Lifetime => _app!.Lifetime;

    internal WatchHub Hub => _app!.Services.GetRequiredService<WatchHub>();

    internal IMeterFactory Meters => _app!.Services.GetRequiredService<IMeterFactory>();

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7)));

    internal CollectingLogger Logs { get; } = new();

    /// <summary>Further settings; a test changes them before the start.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    public HttpClient Http { get; } = new();

    public GrpcChannel Channel => _channel!;

    public V1.UnitService.UnitServiceClient Units => new(Channel);

    public V1.CatalogService.CatalogServiceClient Catalog => new(Channel);

    public V1.PlanService.PlanServiceClient Plans => new(Channel);

    public V1.ReportService.ReportServiceClient Reports => new(Channel);

    public V1.TotalService.TotalServiceClient Totals => new(Channel);

    internal FakeUnit CamPha => Cluster.Unit("cam-pha");

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Units:Http:Url"] = "http://127.0.0.1:0",
            ["Units:Grpc:Url"] = "http://127.0.0.1:0",
            ["Units:DrainTime"] = "00:00:00",
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddRouting();
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<IGrainFactory>(Cluster);
        builder.Services.AddSingleton(Clock);
        builder.AddUnitsGateway();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapUnitsGateway();
        await _app.StartAsync();
        string[] urls = [.. _app.Urls];
        Http.BaseAddress = new Uri(urls[0]);
        _channel = GrpcChannel.ForAddress(urls[1]);
        await Seed();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the gateway, as its process does when it is asked to end.</summary>
    public Task Stop() => _app!.StopAsync();

    /// <summary>Metadata that asks for a language.</summary>
    public static Metadata Speaking(string language) => new() { { "accept-language", language } };

    internal Measure Measure(string id) => Cluster.Registry.GetCatalogue().Result.Measures.Single(m => m.Id.Text == id);

    internal Indicator Indicator(string id) => Cluster.Registry.GetCatalogue().Result.Indicators.Single(i => i.Id.Text == id);

    internal static SumReading Sum(long scaled, long presence = 1, long estimated = 0, long atLeast = 0) =>
        new(new Amount(scaled), presence, new Amount(estimated), atLeast);

    private async Task Seed()
    {
        await Cluster.Registry.CreateUnit(Unit("cam-pha", "Thành phố Cẩm Phả", null));
        foreach (string child in (string[])["cam-tay", "cam-son", "mong-duong"])
        {
            await Cluster.Registry.CreateUnit(Unit(child, "Phường " + child.ToUpper(CultureInfo.InvariantCulture), "cam-pha"));
        }

        await Create("thu-ngan-sach", MeasureKind.Flow, 3, SourceRule.One, MonthCalendar.Civil);
        await Create("ho-so", MeasureKind.Flow, 0, SourceRule.Many, MonthCalendar.Administrative);
        await Create("ho-so-qua-mang", MeasureKind.Flow, 0, SourceRule.Many, MonthCalendar.Administrative);
        await Create("ho-dan", MeasureKind.Stock, 0, SourceRule.One, MonthCalendar.Civil);
        await Create("ty-le-qua-mang", FormulaKind.Ratio, "ho-so-qua-mang", "ho-so");
        await Create("tang-thu", FormulaKind.Growth, "thu-ngan-sach", null);
        await Create("tong-thu", FormulaKind.Amount, "thu-ngan-sach", null);
    }

    /// <summary>The clock of the gateway; it stands still unless a test moves it.</summary>
    protected virtual TimeProvider Clock => Time;

    private static Unit Unit(string id, string name, string? parent) => new()
    {
        Id = new UnitId(id),
        Namings = [new UnitNaming(null, UnitKind.City, name, "")],
        Edges = parent is null ? [] : [new UnitEdge(new Month(2020, 1), new UnitId(parent))],
        Identifiers = [new UnitIdentifier("vn.gso", "0" + id.Length, null, new DateOnly(2025, 6, 30))],
    };

    private Task<CreateResult<Measure>> Create(string id, MeasureKind kind, int scale, SourceRule sources, MonthCalendar calendar) =>
        Cluster.Registry.CreateMeasure(new Measure
        {
            Id = new MeasureId(id),
            Kind = kind,
            Scale = scale,
            Sources = sources,
            Calendar = calendar,
            Name = id,
            Categories = id == "ho-so" ? [new Category(1, "truc-tiep", "Trực tiếp", ""), new Category(2, "truc-tuyen", "Trực tuyến", "")] : [],
        });

    private Task<CreateResult<Indicator>> Create(string id, FormulaKind formula, string numerator, string? denominator) =>
        Cluster.Registry.CreateIndicator(new Indicator
        {
            Id = new IndicatorId(id),
            Formula = formula,
            Numerator = new Term(new MeasureId(numerator), null),
            Denominator = denominator is null ? null : new Term(new MeasureId(denominator), null),
            Factor = formula == FormulaKind.Amount ? 1 : 100,
            Name = id,
        });
}
