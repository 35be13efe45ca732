using Units.Gateway.Hosting;
using Units.Gateway.Telemetry;
using Units.Silo;
using Units.Silo.Demo;
using Units.Silo.Verifying;

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // appsettings.json lies beside the program, wherever it is started from.
        ContentRootPath = AppContext.BaseDirectory,
    });
    bool isDemo = args is [DemoRun.Verb, ..];
    if (isDemo)
    {
        builder.Configuration.AddInMemoryCollection(DemoRun.Settings(builder.Configuration));
    }

    SiloOptions options = SiloOptions.Read(builder.Configuration);
    if (args is [Migration.Verb, ..])
    {
        await Migration.Run(options, Console.Out);
        return 0;
    }

    if (args is [Backup.Verb, .. string[] targets])
    {
        await Backup.Run(options, targets.FirstOrDefault(), TimeProvider.System, Console.Out);
        return 0;
    }

    if (args is [Verification.Verb, ..])
    {
        return await Verification.Run(options, TimeProvider.System, Console.Out, CancellationToken.None);
    }

    builder.AddUnitsSilo(options);
    builder.AddUnitsGateway();
    builder.AddUnitsTelemetry("units-silo");
    builder.AddSampleData(options);
    if (isDemo)
    {
        builder.AddDemo();
    }

    await using WebApplication app = builder.Build();
    app.MapUnitsGateway();
    app.MapUnitsDashboard(options);
    await StartChecks.Run(app.Services, options);
    await app.StartAsync();
    await Banner.Print(app.Services, options, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (StartChecks.Message(e) is { } message)
{
    await Console.Error.WriteLineAsync($"Units does not start: {message}");
    return 1;
}
