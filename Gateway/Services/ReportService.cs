using System.Collections.Immutable;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Takes reports in.</summary>
internal sealed class ReportService(IGrainFactory grains, CatalogueCache catalogue, UnitCache units, VietnamClock clock)
    : V1.ReportService.ReportServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.SubmitReportResponse> SubmitReport(V1.SubmitReportRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("report_id", request.ReportId);
        await found.RequireKnown(units, "unit", unit, context.CancellationToken);

        bool wholeIsSound = found.Count == 0;
        CatalogueView view = await catalogue.Get(v => request.Entries.All(e => v.TryMeasure(e.Measure, out _)), context.CancellationToken);
        ImmutableArray<Entry> entries = Entries(request, view, found);
        bool someStands = entries.Any(e => e.Refusal is null);
        if (!wholeIsSound || !someStands || (request.AllOrNothing && found.Count > 0))
        {
            found.Throw();
        }

        Report report = new()
        {
            Source = source,
            Id = id,
            ContentHash = ContentHash.Of(request),
            AllOrNothing = request.AllOrNothing,
            Entries = entries,
        };
        SubmitResult result = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).Submit(report, context.CancellationToken);
        string hash = ReceiptMessages.Hex(report.ContentHash.AsSpan());
        (Receipt receipt, bool repeated) = Submissions.Taken(result, "report_id", hash, first => Conflicts.Of(first, view, request, hash));
        return new V1.SubmitReportResponse { Receipt = await Message(receipt, context), Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.GetReceiptResponse> GetReceipt(V1.GetReceiptRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("report_id", request.ReportId);
        await found.RequireKnown(units, "unit", unit, context.CancellationToken);

        found.ThrowIfAny();

        Receipt? receipt = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).GetReceipt(source, id, context.CancellationToken);
        if (receipt is null)
        {
            found.Add(GatewayReasons.ReceiptNotFound, "report_id", request.ReportId);
            found.Throw();
        }

        return new V1.GetReceiptResponse { Receipt = await Message(receipt, context) };
    }

    private ImmutableArray<Entry> Entries(V1.SubmitReportRequest request, CatalogueView view, Violations found)
    {
        if (request.Entries.Count == 0)
        {
            found.Add(GatewayReasons.NoEntries, "entries", "");
            return [];
        }

        if (request.Entries.Count > Report.MaxEntries)
        {
            found.Add(GatewayReasons.TooManyEntries, "entries", "", Fields.Number(request.Entries.Count), Fields.Number(Report.MaxEntries));
            return [];
        }

        EntryParser parser = new(view, clock, found);
        return [.. request.Entries.Select(parser.Parse)];
    }

    private async ValueTask<V1.Receipt> Message(Receipt receipt, ServerCallContext context) =>
        ReceiptMessages.Of(receipt, await catalogue.Get(v => ReceiptMessages.Covers(v, receipt), context.CancellationToken));
}
