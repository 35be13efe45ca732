using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Renders a page on the server and sends it whole.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>
    /// Scripts, styles, streams and pictures of this address alone; no script or style within a page; no page of another site around ours.
    /// </summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>The type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";
    // Beyond it no character has a meaning in HTML.
    private const int LastControl = 0x9F;

    private const int Quality = 4;
    private const int Window = 20;

    /// <summary>The text of a component.</summary>
    public async Task<string> Text<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using HtmlRenderer renderer = new(services, loggers);
        ParameterView view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            Microsoft.AspNetCore.Components.Web.HtmlRendering.HtmlRootComponent root = await renderer.RenderComponentAsync<T>(view);
            return Letters(root.ToHtmlString());
        });
    }

    /// <summary>
    /// The renderer writes every letter beyond ASCII as a reference. As the letters they are, pages are a third as long; what could be markup stays as it was.
    /// </summary>
    internal static string Letters(string html)
    {
        StringBuilder text = new(html.Length);
        int at = 0;
        for (int next; (next = html.IndexOf("&#x", at, StringComparison.Ordinal)) >= 0;)
        {
            text.Append(html, at, next - at);
            int end = html.IndexOf(';', next);
            if (end < 0)
            {
                break;
            }

            if (int.TryParse(html.AsSpan(next + 3, end - next - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
                && Rune.IsValid(code) && code > LastControl)
            {
                text.Append(new Rune(code).ToString());
            }
            else
            {
                text.Append(html, next, end - next + 1);
            }

            at = end + 1;
        }

        return text.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Sends a page.</summary>
    public static async Task Send(HttpContext context, string html, int status)
    {
        HttpResponse response = context.Response;
        byte[] bytes = Encoding.UTF8.GetBytes(html);
        response.StatusCode = status;
        response.ContentType = Html;
        Headers(response);
        OfCallerAlone(response);
        if (TakesBrotli(context.Request))
        {
            byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            if (BrotliEncoder.TryCompress(bytes, room, out int written, Quality, Window))
            {
                response.Headers.ContentEncoding = "br";
                bytes = room[..written];
            }
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>What every answer of the monitor has.</summary>
    public static void Headers(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>What an answer has that is for whoever asked alone: they are known by a cookie, which a store in between would not look at.</summary>
    public static void OfCallerAlone(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.Vary = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Cookie}";
    }

    /// <summary>True where a caller takes Brotli.</summary>
    public static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is null or > 0);
}
