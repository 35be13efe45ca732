using Microsoft.Net.Http.Headers;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Sends the files of the monitor.</summary>
internal static class AssetFiles
{
    /// <summary>Sends one.</summary>
    public static async Task Send(HttpContext context, Asset asset)
    {
        HttpResponse response = context.Response;
        PageRenderer.Headers(response);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        bool compressed = PageRenderer.TakesBrotli(context.Request);
        // Two encodings are two representations, each with a tag of its own.
        response.Headers.ETag = $"\"{asset.Hash}{(compressed ? "-br" : "")}\"";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(asset.Hash, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        ReadOnlyMemory<byte> bytes = compressed ? asset.Brotli : asset.Bytes;
        if (compressed)
        {
            response.Headers.ContentEncoding = "br";
        }

        response.ContentType = asset.ContentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
