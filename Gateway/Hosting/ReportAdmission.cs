using Grpc.AspNetCore.Server;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Hosting;

/// <summary>
/// Bounds how many single reports have no answer yet. What comes beyond is refused before its caller is looked up or anything of it is parsed: whatever is let in
/// is finished in time, and more load than there is capacity for neither heaps up in memory nor takes that capacity away. A stream bounds itself.
/// </summary>
internal sealed class ReportAdmission(RequestDelegate next, AdmissionWindow window, LoadRefusals refusals)
{
    /// <summary>The method that sends one report.</summary>
    public const string SubmitReport = "/units.v1.ReportService/SubmitReport";

    private int _underWay;

    /// <summary>Lets a request through, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context) =>
        window.Size > 0 && context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName == SubmitReport ? Admit(context) : next(context);

    private async Task Admit(HttpContext context)
    {
        try
        {
            int most = window.Size;
            if (Interlocked.Increment(ref _underWay) > most)
            {
                await refusals.Write(context, new RefusedException(GatewayReasons.TooManyAtOnce, Fields.Number(most)));
                return;
            }

            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
