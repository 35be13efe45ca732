using Grpc.Core;
using Microsoft.Net.Http.Headers;
using Units.Gateway.Errors;

namespace Units.Gateway.Hosting;

/// <summary>Answers a request that never reaches its method.</summary>
internal static class RefusalResponse
{
    /// <summary>Writes the refusal as gRPC or as JSON, in the language of the caller.</summary>
    public static async Task<StatusCode> Write(HttpContext context, RefusedException refused)
    {
        bool isGrpc = CallFormat.IsGrpc(context.Request);
        Google.Rpc.Status status = ErrorStatus.Of(
            refused, Languages.Choose(context.Request.Headers.AcceptLanguage.ToArray()!), isGrpc ? ErrorStatus.MaxTrailerBytes : int.MaxValue);
        StatusCode code = (StatusCode)status.Code;
        if (code == StatusCode.Unauthenticated)
        {
            // As RFC 6750 has it: without a token no error is named.
            context.Response.Headers[HeaderNames.WWWAuthenticate] = refused.Reason == GatewayReasons.TokenRequired
                ? "Bearer realm=\"units\""
                : "Bearer realm=\"units\", error=\"invalid_token\"";
        }

        if (isGrpc)
        {
            Write(context, GrpcStatusHeaders.Of(status));
            return code;
        }

        byte[] body = JsonErrors.Write(status);
        context.Response.StatusCode = ErrorDocument.HttpCode(code);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        return code;
    }

    /// <summary>Writes the refusal of a gRPC call. No message follows: the status is in the headers, which gRPC calls trailers-only.</summary>
    public static void Write(HttpContext context, GrpcStatusHeaders status)
    {
        context.Response.ContentType = "application/grpc";
        status.Write(context.Response.Headers);
    }
}
