using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;
using Units.Gateway.Hosting;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Naive;
using Units.LoadTest.Contenders.Reports;
using Units.LoadTest.Contenders.Services;
using Units.LoadTest.Contenders.Sql;

namespace Units.LoadTest.Contenders;

/// <summary>Composes one contender: its ledger behind the gRPC contract of the product.</summary>
internal static class ContenderHost
{
    /// <summary>Makes the schema in an empty database and starts to listen.</summary>
    /// <param name="kind">Which contender; not the product, which is a process of its own.</param>
    /// <param name="connection">How to connect, as the owner of the database.</param>
    /// <param name="grpc">Where to listen, on loopback: <c>http://localhost:8081</c>.</param>
    public static async Task<WebApplication> Start(ContenderKind kind, string connection, Uri grpc)
    {
        NpgsqlDataSource source = Database(connection);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = GatewayLimits.MaxStreamsPerConnection;
            kestrel.Listen(IPAddress.Loopback, grpc.Port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        // By a factory, so that its connections end with the host.
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(_ => source).AddSingleton<ContenderDirectory>().AddSingleton<ReportReader>();
        await Scripts.Run(source, AddLedger(builder, kind, source));
        WebApplication app = builder.Build();
        app.MapGrpcService<UnitEndpoint>();
        app.MapGrpcService<CatalogEndpoint>();
        app.MapGrpcService<ReportEndpoint>();
        app.MapGrpcService<TotalEndpoint>();
        await app.StartAsync();
        return app;
    }

    private static string[] AddLedger(WebApplicationBuilder builder, ContenderKind kind, NpgsqlDataSource source)
    {
        IServiceCollection services = builder.Services;
        switch (kind)
        {
            case ContenderKind.Trigger:
                services.AddSingleton<ILedger, TriggerLedger>();
                return TriggerLedger.Schema;
            case ContenderKind.Expert:
                services.AddSingleton<ExpertLedger>().AddSingleton<ILedger>(p => p.GetRequiredService<ExpertLedger>());
                services.AddHostedService(p => p.GetRequiredService<ExpertLedger>());
                return ExpertLedger.Schema;
            case ContenderKind.Roller:
                services.AddSingleton<RollerLedger>().AddSingleton<ILedger>(p => p.GetRequiredService<RollerLedger>());
                services.AddHostedService(p => p.GetRequiredService<RollerLedger>()).AddHostedService<Roller>();
                return RollerLedger.Schema;
            case ContenderKind.Naive:
                builder.AddNaiveSilo(source);
                services.AddSingleton<ILedger, NaiveLedger>();
                return NaiveLedger.Schema;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "The product is not started here.");
        }
    }

    private static NpgsqlDataSource Database(string connection)
    {
        NpgsqlConnectionStringBuilder text = new(connection)
        {
            // As many commits as share one flush of the log; more only wait for the same rows and processors.
            MaxPoolSize = 64,
            MaxAutoPrepare = 32,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Timeout = 60,
            CommandTimeout = 60,
            // Every query finds its rows by an index; a plan made while a table is small would scan it for ever. And none is worth being compiled.
            Options = "-c enable_seqscan=off -c jit=off",
        };
        return NpgsqlDataSource.Create(text.ConnectionString);
    }
}
