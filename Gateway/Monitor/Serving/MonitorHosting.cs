using Microsoft.Extensions.DependencyInjection.Extensions;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Live;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Tables;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Puts the monitor into the gateway.</summary>
internal static class MonitorHosting
{
    private const string ReadsTotals = "/units.v1.TotalService/GetTotals";

    /// <summary>Adds what pages are read and drawn with.</summary>
    public static void AddMonitor(this IServiceCollection services)
    {
        services.TryAddSingleton<UnitIndex>();
        services.TryAddSingleton<MonthsReader>();
        services.TryAddSingleton<ValueTimes>();
        services.TryAddSingleton<OwnTimes>();
        services.TryAddSingleton<BoardReader>();
        services.TryAddSingleton<NewsReader>();
        services.TryAddSingleton<VarietyReader>();
        services.TryAddSingleton<PageReader>();
        services.TryAddSingleton<OverviewReader>();
        services.TryAddSingleton<IndicatorReader>();
        services.TryAddSingleton<EntriesReader>();
        services.TryAddSingleton<PlansReader>();
        services.TryAddSingleton<SearchReader>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<LiveTickers>();
        services.TryAddSingleton<PageDrawer>();
        services.TryAddSingleton<TableReader>();
        services.TryAddSingleton<KeepRate>();
        services.TryAddSingleton<PageKeeper>();
        services.TryAddSingleton<PageStreams>();
        services.TryAddSingleton<MonitorPages>();
    }

    /// <summary>Maps the pages, their streams and their files. Who may read totals may look at them.</summary>
    public static void MapMonitor(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder monitor = routes.MapGroup(MonitorAsk.Root).WithMetadata(new ReadsAs(ReadsTotals), ProblemPages.Instance);
        MonitorPages pages = routes.ServiceProvider.GetRequiredService<MonitorPages>();
        Map(monitor, "", pages.First);
        Map(monitor, "/-/search", pages.Search);
        Map(monitor, "/-/kept/{id}", pages.Kept);
        foreach ((string path, MonitorView view) in Views)
        {
            Map(monitor, path, context => pages.Page(context, view));
            monitor.MapGet(path + "/live", context => pages.Stream(context, view));
            monitor.MapMethods(path + "/live", [HttpMethods.Head], NoHead);
            Map(monitor, path + "/table.csv", context => pages.File(context, view, isCsv: true));
            Map(monitor, path + "/table.xlsx", context => pages.File(context, view, isCsv: false));
            if (view != MonitorView.Entries)
            {
                // Entries are never changed or deleted: their page has no need to be kept.
                monitor.MapPost(path + KeptPages.Form, context => pages.Keep(context, view)).WithMetadata(new TakesCookie());
            }
        }

        Map(monitor, "/{unit}/{**rest}", pages.Nowhere);
        foreach (Asset asset in MonitorFiles.All)
        {
            Map(routes, asset.Path, context => AssetFiles.Send(context, asset)).AllowAnonymous();
        }

        routes.MapPost(MonitorAsk.Root + "/-/sign-in", SignIn.Take).AllowAnonymous();
        routes.MapPost(MonitorAsk.Root + "/-/sign-out", SignIn.Leave).AllowAnonymous();
    }

    // The server sends no body to who asks for the head.
    // A stream has no end that its head could tell of, and without this the way to nowhere would say that there is none.
    private static Task NoHead(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = HttpMethods.Get;
        return Task.CompletedTask;
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string path, RequestDelegate answer) =>
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer);

    private static readonly (string Path, MonitorView View)[] Views =
    [
        ("/{unit}", MonitorView.Overview),
        ("/{unit}/indicators/{indicator}", MonitorView.Indicator),
        ("/{unit}/entries", MonitorView.Entries),
        ("/{unit}/plans", MonitorView.Plans),
    ];
}
