using Microsoft.AspNetCore.Components;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Pages;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Tables;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Answers requests for pages: read the address, open the page, read its figures, draw it.</summary>
internal sealed class MonitorPages(
    PageReader opener, OverviewReader overview, IndicatorReader indicator, EntriesReader entries, PlansReader plans, SearchReader search,
    Live.PageStreams streams, PageRenderer renderer, ILogger<MonitorPages> logger, TimeProvider time)
{
    /// <summary>Goes to the first unit.</summary>
    public Task First(HttpContext context) => Guard(context, async () =>
    {
        MonitorAsk ask = Ask(context, MonitorView.Overview);
        UnitId? first = await opener.First(Caller(context), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = first is { } unit ? (ask with { Unit = unit.Text }).Address : ask.SearchAddress;
    });

    /// <summary>A page of a unit.</summary>
    public Task Page(HttpContext context, MonitorView view) => Guard(context, async () =>
    {
        PageContext page = await Open(context, view);
        CancellationToken cancellation = context.RequestAborted;
        string html = view switch
        {
            MonitorView.Indicator => await Draw<IndicatorPage>(await indicator.Read(page, cancellation)),
            MonitorView.Entries => await Draw<EntriesPage>(await entries.Read(page, cancellation)),
            MonitorView.Plans => await Draw<PlansPage>(await plans.Read(page, cancellation)),
            _ => await Draw<OverviewPage>(await overview.Read(page, cancellation)),
        };
        await PageRenderer.Send(context, html, StatusCodes.Status200OK);
    });

    /// <summary>What changes on a page, as long as it is looked at.</summary>
    public Task Stream(HttpContext context, MonitorView view) => Guard(
        context, async () => await streams.Run(context, await Open(context, view)), refused => RefusalResponse.Write(context, refused));

    /// <summary>The table of a page as a file.</summary>
    public Task File(HttpContext context, MonitorView view, bool isCsv) => Guard(context, async () =>
    {
        PageContext page = await Open(context, view);
        // Of a wall's page a file has all indicators, not those that there is room for.
        page = page with { Ask = page.Ask with { Kiosk = false } };
        CancellationToken cancellation = context.RequestAborted;
        Table table = view switch
        {
            MonitorView.Indicator => TableFiles.Of(await indicator.Read(page, cancellation)),
            MonitorView.Entries => TableFiles.Of(await entries.Read(page, cancellation)),
            MonitorView.Plans => TableFiles.Of(await plans.Read(page, cancellation)),
            _ => TableFiles.Of(await overview.Read(page, cancellation)),
        };
        table = table with { Rows = [.. table.Rows, .. TableFiles.Notes(page, time.GetUtcNow())] };
        byte[] bytes = isCsv ? CsvFile.Write(table, page.Ask.Language) : XlsxFile.Write(table);
        PageRenderer.Headers(context.Response);
        PageRenderer.OfCallerAlone(context.Response);
        context.Response.ContentType = isCsv ? CsvFile.ContentType : XlsxFile.ContentType;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{page.Ask.Unit}-{page.Period.ToString().Replace('/', '_')}.{(isCsv ? "csv" : "xlsx")}\"";
        await context.Response.Body.WriteAsync(bytes, cancellation);
    });

    /// <summary>Searches for units.</summary>
    public Task Search(HttpContext context) => Guard(context, async () =>
    {
        MonitorAsk ask = Ask(context, MonitorView.Overview);
        await PageRenderer.Send(context, await Draw<SearchPage>(await search.Read(ask, Caller(context), context.RequestAborted)), StatusCodes.Status200OK);
    });

    /// <summary>An address below a unit that leads nowhere.</summary>
    public Task Nowhere(HttpContext context) => Guard(
        context, () => throw new RefusedException([new Violation(GatewayReasons.UnitNotFound, "unit", context.Request.Path, [])]));

    private static Caller Caller(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("A page was reached without its caller being known.");

    private static MonitorAsk Ask(HttpContext context, MonitorView view)
    {
        Violations found = new();
        MonitorAsk ask = AskParser.Parse(context, view, found);
        found.ThrowIfAny();
        return ask;
    }

    private Task<PageContext> Open(HttpContext context, MonitorView view) => opener.Open(Ask(context, view), Caller(context), context.RequestAborted);

    private Task<string> Draw<T>(object view)
        where T : IComponent => renderer.Text<T>(("View", view));

    private async Task Guard(HttpContext context, Func<Task> answer, Func<RefusedException, Task<Grpc.Core.StatusCode>>? refuse = null)
    {
        refuse ??= refused => ProblemPages.Instance.Write(context, refused);
        string path = context.GetEndpoint()?.DisplayName ?? "";
        try
        {
            await answer();
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            logger.Refused(path, "-", "-", (await refuse(refused)).ToString(), refused.Reason, refused.Violations.Length);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            logger.CallerGone(path, "-", "-");
        }
        catch (Exception exception) when (context.Response.HasStarted)
        {
            // Nothing can be said to the page any more; it comes back by itself.
            logger.Fault(exception, path, "-", "-");
            context.Abort();
        }
        catch (Exception exception)
        {
            string? reason = Faults.ReasonOf(exception);
            if (reason is null)
            {
                logger.Fault(exception, path, "-", "-");
            }

            await refuse(new RefusedException(reason ?? GatewayReasons.InternalError));
        }
    }
}
