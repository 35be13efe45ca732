using System.IO.Compression;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Serving;

namespace Units.Gateway.Monitor.Keeping;

/// <summary>Where kept pages are, and how they are sent.</summary>
internal static class KeptPages
{
    /// <summary>The path of all of them.</summary>
    public const string Root = MonitorAsk.Root + "/-/kept/";

    /// <summary>Where the form of a page is sent that has it kept, below the page itself.</summary>
    public const string Form = "/keep";

    /// <summary>Sends one.</summary>
    public static async Task Send(HttpContext context, KeptPage page, Caller caller)
    {
        HttpResponse response = context.Response;
        PageRenderer.Headers(response);
        PageRenderer.OfCallerAlone(response);
        // Nothing runs in it, nothing is loaded and nothing sent.
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{page.Style}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
        if (caller.Who is null)
        {
            // Where nobody is asked who they are, there is nobody from whom a copy would have to be kept.
            response.Headers.CacheControl = "private, max-age=31536000, immutable";
        }

        response.ContentType = PageRenderer.Html;
        if (PageRenderer.TakesBrotli(context.Request))
        {
            response.Headers.ContentEncoding = "br";
            response.ContentLength = page.Body.Length;
            await response.Body.WriteAsync(page.Body, context.RequestAborted);
            return;
        }

        await using BrotliStream unpacked = new(new MemoryStream(page.Body.ToArray()), CompressionMode.Decompress);
        await unpacked.CopyToAsync(response.Body, context.RequestAborted);
    }
}
