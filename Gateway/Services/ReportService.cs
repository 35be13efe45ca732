using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;
using Units.Gateway.Streaming;
using Units.Gateway.Telemetry;

namespace Units.Gateway.Services;

/// <summary>Takes reports in.</summary>
internal sealed partial class ReportService(
    IGrainFactory grains, CatalogueCache catalogue, UnitSight sight, ReportParser parser, ReportStreams streams, GatewayMetrics metrics)
    : V1.ReportService.ReportServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.SubmitReportResponse> SubmitReport(V1.SubmitReportRequest request, ServerCallContext context)
    {
        Caller caller = context.Caller();
        ParsedReport parsed = await parser.Parse(request, caller, context.CancellationToken);
        SubmitResult said = await grains.GetGrain<IUnitGrain>(UnitKey.Of(parsed.Unit)).Submit(parsed.Report, context.CancellationToken);
        metrics.Answered(said.Status);
        (Receipt receipt, bool repeated) = await Submissions.Taken(
            said, caller, sight, "report_id", parsed.Hash, first => Conflicts.Of(first, parsed.View, request, parsed.Hash), context.CancellationToken);
        return new V1.SubmitReportResponse { Receipt = await Message(receipt, context), Repeated = repeated };
    }

    /// <inheritdoc/>
    public override Task SubmitReports(
        IAsyncStreamReader<V1.SubmitReportsRequest> requestStream, IServerStreamWriter<V1.SubmitReportsResponse> responseStream,
        ServerCallContext context) => streams.Run(requestStream, responseStream, context);

    /// <inheritdoc/>
    public override async Task<V1.GetReceiptResponse> GetReceipt(V1.GetReceiptRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("report_id", request.ReportId);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);

        found.ThrowIfAny();

        Receipt? receipt = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).GetReceipt(source, id, context.CancellationToken);
        if (receipt is null)
        {
            found.Add(GatewayReasons.ReceiptNotFound, "report_id", request.ReportId);
            found.Throw();
        }

        return new V1.GetReceiptResponse { Receipt = await Message(await sight.Shown(context.Caller(), receipt, context.CancellationToken), context) };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Refresh(context.CancellationToken);
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);
        JournalQuery query = EntriesParser.Parse(request, view, found);
        found.ThrowIfAny();

        JournalPage page = await sight.Shown(
            context.Caller(), await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).ListEntries(query, context.CancellationToken), context.CancellationToken);
        CatalogueView now = await catalogue.Get(v => JournalMessages.Covers(v, page), context.CancellationToken);
        return new V1.ListEntriesResponse
        {
            Entries = { page.Lines.Select(line => JournalMessages.Of(line, now)) },
            NextPageToken = page.Next is { } next ? PageTokens.Write(EntriesParser.Question(request), next) : "",
        };
    }

    private async ValueTask<V1.Receipt> Message(Receipt receipt, ServerCallContext context) =>
        ReceiptMessages.Of(receipt, await catalogue.Get(v => ReceiptMessages.Covers(v, receipt), context.CancellationToken));
}
