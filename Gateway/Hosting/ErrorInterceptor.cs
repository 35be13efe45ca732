using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Units.Gateway.Errors;

namespace Units.Gateway.Hosting;

/// <summary>Turns what goes wrong into a status of the catalogue, in the language of the caller, and logs it.</summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await Guard(async () => response = await continuation(request, context), RequestSubject.Of(request), context);
        return response!;
    }

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(() => continuation(request, responseStream, context), RequestSubject.Of(request), context);

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(() => continuation(requestStream, responseStream, context), RequestSubject.Of(requestStream), context);

    private async Task Guard(Func<Task> call, RequestSubject subject, ServerCallContext context)
    {
        try
        {
            await call();
            logger.Done(context.Method, subject.Unit, subject.Report);
        }
        catch (RefusedException refused)
        {
            throw Refuse(refused, null, subject, context);
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested && !IsPastDeadline(context))
        {
            logger.CallerGone(context.Method, subject.Unit, subject.Report);
            throw new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The caller has gone; the outcome is unknown.", exception));
        }
        catch (Exception exception)
        {
            string? reason = IsPastDeadline(context) ? GatewayReasons.OutcomeUnknown : Faults.ReasonOf(exception);
            if (reason is null)
            {
                logger.Fault(exception, context.Method, subject.Unit, subject.Report);
            }

            throw Refuse(new RefusedException(reason ?? GatewayReasons.InternalError), exception, subject, context);
        }
    }

    private RpcException Refuse(RefusedException refused, Exception? cause, RequestSubject subject, ServerCallContext context)
    {
        HttpContext http = context.GetHttpContext();
        Language language = Languages.Choose(http.Request.Headers.AcceptLanguage.ToArray()!);
        Google.Rpc.Status status = ErrorStatus.Of(refused, language, CallFormat.IsGrpc(http.Request) ? ErrorStatus.MaxTrailerBytes : int.MaxValue);
        string code = ((StatusCode)status.Code).ToString();
        if (ErrorCatalogue.Of(refused.Reason).RetryAfter is not null)
        {
            logger.Unavailable(cause, context.Method, subject.Unit, subject.Report, code, refused.Reason);
        }
        else
        {
            logger.Refused(context.Method, subject.Unit, subject.Report, code, refused.Reason, refused.Violations.Length);
        }

        return status.ToRpcException();
    }

    // A caller with a deadline that left before it passed hears nothing of this, so the two need not be told apart.
    private static bool IsPastDeadline(ServerCallContext context) =>
        context.CancellationToken.IsCancellationRequested && context.Deadline != DateTime.MaxValue;
}
