using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Pages;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Tables;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Answers requests for pages: read the address, open the page, read its figures, draw it.</summary>
internal sealed class MonitorPages(
    PageReader opener, SearchReader search, PageDrawer drawer, PageKeeper keeper, TableReader tables, Live.PageStreams streams,
    PageRenderer renderer, ILogger<MonitorPages> logger)
{
    private static readonly FormOptions Small = new() { BufferBodyLengthLimit = 1024, ValueCountLimit = 4, KeyLengthLimit = 16, ValueLengthLimit = 64 };

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
        DrawnPage page = await drawer.Draw(await Open(context, view), context.RequestAborted);
        await PageRenderer.Send(context, page.Html, StatusCodes.Status200OK);
    });

    /// <summary>Keeps a page as it is now, and goes to it.</summary>
    public Task Keep(HttpContext context, MonitorView view) => Guard(context, async () =>
    {
        if (!OwnPages.Ask(context.Request))
        {
            // A page elsewhere could have a browser fill the database.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        MonitorAsk ask = Ask(context, view);
        Caller caller = Caller(context);
        string id = await keeper.Keep(ask, caller, ClientLimits.NameOf(context, caller), await Seen(context), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = KeptPages.Root + id;
    });

    /// <summary>A page that was kept.</summary>
    public Task Kept(HttpContext context) => Guard(context, async () =>
    {
        Caller caller = Caller(context);
        await KeptPages.Send(context, await keeper.Find((string)context.Request.RouteValues["id"]!, caller, context.RequestAborted), caller);
    });

    /// <summary>What changes on a page, as long as it is looked at.</summary>
    public Task Stream(HttpContext context, MonitorView view) => Guard(
        context, async () => await streams.Run(context, await Open(context, view)), refused => RefusalResponse.Write(context, refused));

    /// <summary>The table of a page as a file.</summary>
    public Task File(HttpContext context, MonitorView view, bool isCsv) => Guard(context, async () =>
    {
        PageContext page = await Open(context, view);
        Table table = await tables.Read(page, context.RequestAborted);
        HttpResponse response = context.Response;
        PageRenderer.Headers(response);
        PageRenderer.OfCallerAlone(response);
        response.ContentType = isCsv ? CsvFile.ContentType : XlsxFile.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{page.Ask.Unit}-{page.Period.ToString().Replace('/', '_')}.{(isCsv ? "csv" : "xlsx")}\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            // Nobody would read the rows.
            return;
        }

        if (isCsv)
        {
            // A file that breaks off after it has begun is broken for its reader too: the connection ends with it.
            await CsvFile.Write(table, page.Ask.Language, response.Body, context.RequestAborted);
            return;
        }

        // The packer holds a thread at times, which a response does not allow: a workbook is packed first. Of ten thousand rows it is some 500 KB.
        using MemoryStream book = new();
        await XlsxFile.Write(table, book, context.RequestAborted);
        response.ContentLength = book.Length;
        book.Position = 0;
        await book.CopyToAsync(response.Body, context.RequestAborted);
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

    // The version that stood on the screen when the button was pressed, where it is said.
    private static async Task<string> Seen(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return "";
        }

        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(Small, context.RequestAborted);
            return VersionText.Read(form["seen"].ToString()) is { } version ? VersionText.Of(version) : "";
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return "";
        }
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
