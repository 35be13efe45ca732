using Grpc.Core;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Services;

/// <summary>Takes reports in, one by one or in streams.</summary>
internal sealed class ReportEndpoint(ILedger ledger, ContenderDirectory directory, ReportReader reader) : V1.ReportService.ReportServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.SubmitReportResponse> SubmitReport(V1.SubmitReportRequest request, ServerCallContext context)
    {
        (V1.Receipt receipt, bool repeated) = await Take(request);
        return new V1.SubmitReportResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override Task SubmitReports(
        IAsyncStreamReader<V1.SubmitReportsRequest> requestStream, IServerStreamWriter<V1.SubmitReportsResponse> responseStream,
        ServerCallContext context) => new ReportPipeline(Take).Run(requestStream, responseStream, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<V1.GetReceiptResponse> GetReceipt(V1.GetReceiptRequest request, ServerCallContext context)
    {
        ReportKey key = new(await reader.RequireUnit(request.Unit), request.Source, request.ReportId);
        StoredReport stored = await ledger.Find(key) ?? throw new RpcException(new Status(StatusCode.NotFound,
            $"Unit '{request.Unit}' has taken in no report '{request.ReportId}' of source '{request.Source}'."));
        return new V1.GetReceiptResponse { Receipt = await ReceiptMessages.Of(stored, key, directory) };
    }

    private async Task<(V1.Receipt Receipt, bool Repeated)> Take(V1.SubmitReportRequest sent)
    {
        IncomingReport report = await reader.Read(sent);
        Taken taken = await ledger.Submit(report);
        return (taken.Repeated ? await ReceiptMessages.Of(taken.Report, report.Key, directory) : ReceiptMessages.Of(taken.Report, sent), taken.Repeated);
    }
}
