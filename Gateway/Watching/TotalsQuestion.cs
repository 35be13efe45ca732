using Google.Protobuf;
using Units.Gateway.Caches;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Watching;

/// <summary>Indicators and measures over a range.</summary>
internal sealed class TotalsQuestion(string key, TotalsPlan plan, MonthRange range, CatalogueView view)
    : MessageQuestion(key, plan.Query(byChild: false), "totals")
{
    /// <inheritdoc/>
    protected override ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation) =>
        ValueTask.FromResult<IMessage>(TotalAnswers.Totals(totals, range, plan, view));
}
