using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Closes months and opens them again.</summary>
internal sealed partial class ReportService
{
    /// <inheritdoc/>
    public override async Task<V1.ClosePeriodResponse> ClosePeriod(V1.ClosePeriodRequest request, ServerCallContext context)
    {
        Violations found = new();
        PeriodChange change = PeriodParser.Parse(true, request.Source, request.RequestId, request.Range, request.By, request.Reason, found);
        (V1.Receipt receipt, bool repeated) = await Change(request.Unit, change, found, context);
        return new V1.ClosePeriodResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.ReopenPeriodResponse> ReopenPeriod(V1.ReopenPeriodRequest request, ServerCallContext context)
    {
        Violations found = new();
        PeriodChange change = PeriodParser.Parse(false, request.Source, request.RequestId, request.Range, request.By, request.Reason, found);
        (V1.Receipt receipt, bool repeated) = await Change(request.Unit, change, found, context);
        return new V1.ReopenPeriodResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListClosedMonthsResponse> ListClosedMonths(V1.ListClosedMonthsRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);
        MonthRange range = found.Range("range", request.Range) ?? default;
        found.ThrowIfAny();

        ImmutableArray<ClosedMonth> months = await sight.Shown(
            context.Caller(), await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).ListClosedMonths(range, context.CancellationToken), context.CancellationToken);
        return new V1.ListClosedMonthsResponse
        {
            Months =
            {
                months.OrderBy(m => m.Month).ThenBy(m => m.Unit != unit).ThenBy(m => m.Unit).Select(m => new V1.ClosedMonth
                {
                    Month = m.Month.ToString(),
                    ClosedAtUnit = m.Unit.Text,
                    ClosedAt = Timestamp.FromDateTimeOffset(m.At),
                    By = m.By,
                    Reason = m.Reason,
                }),
            },
        };
    }

    private async Task<(V1.Receipt Receipt, bool Repeated)> Change(string text, PeriodChange change, Violations found, ServerCallContext context)
    {
        UnitId unit = found.Unit("unit", text);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);
        found.ThrowIfAny();

        SubmitResult said = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).ChangePeriod(
            change with { Who = context.Caller().Who }, context.CancellationToken);
        string hash = ReceiptMessages.Hex(change.ContentHash.AsSpan());
        CatalogueView view = await catalogue.Get(_ => true, context.CancellationToken);
        (Receipt receipt, bool repeated) = await Submissions.Taken(
            said, context.Caller(), sight, "request_id", hash, first => Conflicts.Of(first, view, hash), context.CancellationToken);
        return (await Message(receipt, context), repeated);
    }
}
