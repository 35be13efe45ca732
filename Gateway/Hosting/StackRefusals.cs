using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Units.Gateway.Errors;

namespace Units.Gateway.Hosting;

/// <summary>
/// Gives the refusals of the stack itself, made before any code of ours sees a request, a reason of the catalogue: what does not parse, what
/// is too large. Whatever already has details is left alone.
/// </summary>
internal sealed class StackRefusals(RequestDelegate next)
{
    /// <summary>Runs the request, then looks at how it was refused.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (CallFormat.IsGrpc(context.Request))
        {
            await next(context);
            Explain(context);
        }
        else
        {
            await WithJsonErrors(context);
        }
    }

    private static void Explain(HttpContext context)
    {
        // A call that was refused before its first message has its status in the headers, which have not left yet, or in the trailers.
        IHeaderDictionary? headers = context.Response.HasStarted
            ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers
            : context.Response.Headers;
        if (headers is null || headers.IsReadOnly || headers.ContainsKey(GrpcStatusHeaders.Details)
            || !int.TryParse(headers[GrpcStatusHeaders.Status], out int code) || Reason((StatusCode)code) is not { } reason)
        {
            return;
        }

        GrpcStatusHeaders.Of(Status(context, reason)).Write(headers);
    }

    private async Task WithJsonErrors(HttpContext context)
    {
        IHttpResponseBodyFeature original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using ErrorBody body = new(context.Response, original.Stream);
        context.Response.Body = body;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(original);
        }

        if (body.Held is not { Length: > 0 } held)
        {
            return;
        }

        byte[] explained = Explain(context, held);
        context.Response.ContentLength = explained.Length;
        await original.Stream.WriteAsync(explained, context.RequestAborted);
    }

    private static byte[] Explain(HttpContext context, ReadOnlyMemory<byte> held)
    {
        if (!JsonErrors.HasNoDetails(held.Span, out int code) || Reason((StatusCode)code) is not { } reason)
        {
            return held.ToArray();
        }

        // The stack says of both that the argument is invalid.
        if (context.Request.ContentLength > GatewayLimits.MaxMessageBytes)
        {
            reason = GatewayReasons.MessageTooLarge;
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return JsonErrors.Write(Status(context, reason));
    }

    /// <summary>What a status without details means when it comes from the stack; null where the stack's own words serve.</summary>
    private static string? Reason(StatusCode code) => code switch
    {
        StatusCode.ResourceExhausted => GatewayReasons.MessageTooLarge,
        StatusCode.Unknown or StatusCode.Internal or StatusCode.InvalidArgument => GatewayReasons.MalformedMessage,
        _ => null,
    };

    private static Google.Rpc.Status Status(HttpContext context, string reason) => ErrorStatus.Of(
        new RefusedException(reason), Languages.Choose(context.Request.Headers.AcceptLanguage.ToArray()!), ErrorStatus.MaxTrailerBytes);
}
